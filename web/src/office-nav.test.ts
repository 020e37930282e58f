// Few sections stand side by side; many are put into groups, so that the head stays one line, and none is lost.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '@dong-thuan/core/shared/actor.ts'
import { wordsOf } from '#words'
import { officeNav, type NavItem } from './office-nav.ts'

const person = (...roles: Role[]) =>
  ({ kind: 'person', name: 'Chuyên viên', roles: roles.map((role) => ({ role, bodyId: 1 })) }) as unknown as Actor
const nav = (...roles: Role[]) => officeNav(person(...roles), wordsOf('vi'))
const links = (items: NavItem[]) => items.flatMap((one) => ('links' in one ? one.links : [one]))
const labels = (items: NavItem[]) => items.map(({ label }) => label)

test('a village head has four sections, side by side', () => {
  assert.deepEqual(labels(nav('villageHead')), ['Bàn làm việc', 'Gửi giúp bà con', 'Chương trình', 'Địa bàn'])
})

test('whoever has many parts has groups; a group of one is that one; every section is there once', () => {
  assert.deepEqual(labels(nav('receiver', 'head')), [
    'Bàn làm việc',
    'Việc của dân',
    'Số liệu, báo cáo',
    'Thi đua',
    'Địa bàn',
  ])
  assert.deepEqual(labels(nav('reporter')).slice(1, 3), ['Số liệu, báo cáo', 'Thi đua'])
  const all = links(nav('receiver', 'sealOpener', 'head', 'clerk', 'administrator', 'villageHead'))
  assert.equal(new Set(all.map(({ href }) => href)).size, all.length)
  assert.equal(all.length, 20)
})

test('nobody signed in has none', () => {
  assert.deepEqual(officeNav({ kind: 'anonymous' } as Actor, wordsOf('vi')), [])
})
