// SQL about places booked in a session: a code, the hash of a secret, a handle behind the seal, and nothing of who booked.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { BookingStage } from './reception.ts'
import type { Tx } from './sitting.store.ts'

type BookingId = Id<'booking'>

export interface Booking {
  id: BookingId
  sittingId: Id<'sitting'>
  code: string
  secretHash: string
  handle: string
  bookedAt: Date
  stage: BookingStage
  toldNo: number
  version: number
}

const bookings = sql`select id, sitting_id as "sittingId", code, secret_hash as "secretHash", handle, booked_at as "bookedAt",
  stage, told_no as "toldNo", version from booking`

export async function readBooking(db: ReadDb, id: BookingId): Promise<Booking | null> {
  return (await sql<Booking>`${bookings} where id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockBooking(tx: Tx, id: BookingId): Promise<Booking | null> {
  await sql`select 1 from booking where id = ${id} for update`.execute(tx)
  return readBooking(tx, id)
}

export async function bookingByCode(db: ReadDb, code: string): Promise<Booking | null> {
  return (await sql<Booking>`${bookings} where code = ${code}`.execute(db)).rows[0] ?? null
}

export async function bookingByOnce(db: ReadDb, onceHash: string): Promise<Booking | null> {
  return (await sql<Booking>`${bookings} where once_hash = ${onceHash}`.execute(db)).rows[0] ?? null
}

export async function bookingsOf(db: ReadDb, id: Id<'sitting'>): Promise<Booking[]> {
  return (await sql<Booking>`${bookings} where sitting_id = ${id} order by id`.execute(db)).rows
}

/** null: another has this code. */
export async function insertBooking(
  tx: Tx,
  made: Pick<Booking, 'sittingId' | 'code' | 'secretHash' | 'handle' | 'bookedAt' | 'toldNo'> & { onceHash: string },
): Promise<BookingId | null> {
  const { rows } = await sql<{ id: BookingId }>`
    insert into booking (sitting_id, code, secret_hash, once_hash, handle, booked_at, stage, told_no)
    values (${made.sittingId}, ${made.code}, ${made.secretHash}, ${made.onceHash}, ${made.handle}, ${made.bookedAt}, 'booked',
      ${made.toldNo})
    on conflict (code) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Answers the new version. */
export async function updateBooking(
  tx: Tx,
  id: BookingId,
  changes: { stage?: BookingStage; told_no?: number },
): Promise<number> {
  const { version } = await tx
    .updateTable('booking')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function countBooked(db: ReadDb, id: Id<'sitting'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from booking
    where sitting_id = ${id} and stage in ('booked', 'came')`.execute(db)
  return rows[0]!.count
}
