// How the server is set: for a small machine, and so that its log holds no personal data.
import { renameSync, statSync } from 'node:fs'
import type { DataFolder } from './folder.ts'

const largestLog = 10_000_000

export function settingsOf(throwaway: boolean): Record<string, string> {
  return {
    listen_addresses: '', // no TCP port: only the Unix socket of the data folder
    unix_socket_permissions: '0700',
    max_connections: '100',
    shared_buffers: throwaway ? '128MB' : '256MB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    effective_cache_size: '1GB',
    max_wal_size: '1GB',
    random_page_cost: '1.1',
    jit: 'off', // compiling costs more than it gains on the queries of a page
    timezone: 'UTC',
    log_timezone: 'Asia/Ho_Chi_Minh',
    lc_messages: 'C',
    // Statements and details of an error carry people's values.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(throwaway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' } : {}),
  }
}

export function keepLogSmall(folder: DataFolder): void {
  const size = statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > largestLog) renameSync(folder.log, `${folder.log}.old`)
}
