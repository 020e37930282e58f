// Gives the cast of Vĩnh Cửu their accounts and roles, and finds each as an actor.
import type { App } from '../app.ts'
import { hashPassword, insertPeople } from '../people/person.sample.ts'
import { grant } from '../people/role.operations.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { nameInSentence } from '../places/place.ts'
import { versionAt } from '../places/place.read.ts'
import type { Actor } from '../shared/actor.ts'
import type { VinhCuu } from './bodies.ts'
import { communeCast, districtCast, samplePassword } from './cast.ts'
import { ask, type Stage } from './steps.ts'

export type Cast = (username: string) => Actor
