// Examples about what everybody reads of a case, and about other systems that send and read by Open311.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import { idOfBody, one, type Inputs } from './found.ts'

const foreign = {
  ...{ id: 'A-1', status: 'open', notes: '', service: 'drain', serviceName: 'Cống', description: 'Nắp cống vỡ.' },
  ...{ address: 'Trước cổng chợ', addressId: '', lat: null, lon: null, media: '' },
}

export async function publicInputs(app: App): Promise<Inputs> {
  const desk = await idOfBody(app, 'Ủy ban nhân dân phường Tân Triều')
  const shown = await one(
    app,
    sql<{ id: number; version: number }>`select submission_id as id, version from submission_public
      order by submission_id limit 1`,
  )
  const seen = { id: shown.id, expectedVersion: shown.version }
  return {
    'submissions.publishDraft': { id: shown.id },
    'submissions.publish': { ...seen, text: 'Nắp cống trước chợ bị vỡ.' },
    'submissions.unpublish': { ...seen, reason: 'Người gửi đề nghị thôi công khai.' },
    'publicCases.show': { id: shown.id },
    'publicCases.photo': { id: shown.id, file: 1 },
    'geoReport.definition': { service_code: 'road' },
    'geoReport.request': { service_request_id: String(shown.id) },
    'geoReport.token': { token: 'AAAA-AAAA' },
    'geoReport.send': { service_code: 'road', address_string: 'Trước cổng chợ' },
    'geoReport.issueKey': { desk: desk.id, name: 'Hệ thống thử' },
    'geoReport.revokeKey': { id: 1 },
    'geoReport.tell': { service_request_id: String(shown.id), description: 'Sáng nay nước vẫn tràn.' },
    'geoReport.addSource': { desk: desk.id, url: 'https://thanhpho.example.vn/open311/v2' },
    'geoReport.stopSource': { id: 1 },
    'geoReport.pulled': { id: 1 },
    'geoReport.take': { source: 1, request: foreign },
    'geoReport.takeUpdate': {
      source: 1,
      update: { id: '1', requestId: 'A-1', status: 'closed', description: 'Đã thay nắp cống.' },
    },
  }
}
