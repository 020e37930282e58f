// The invented people of the sample, named by office only. One password for all, printed at the start of a trial.
export const samplePassword = 'dan-van-kheo-2023'

export interface Part {
  username: string
  name: string
  role: 'officer' | 'head' | 'standingBoard' | 'clerk' | 'reporter' | 'administrator'
  /** A body of the district, or an organisation in each commune. */
  in: 'committee' | 'board' | 'labour' | 'farmers' | 'steering'
}

export const districtCast: readonly Part[] = [
  { username: 'chuyenvien', name: 'Chuyên viên Ban Dân vận Huyện ủy', role: 'officer', in: 'board' },
  { username: 'truongban', name: 'Trưởng Ban Dân vận Huyện ủy', role: 'head', in: 'board' },
  { username: 'thuongtruc', name: 'Thường trực Huyện ủy', role: 'standingBoard', in: 'committee' },
  { username: 'vanthu', name: 'Văn thư Văn phòng Huyện ủy', role: 'clerk', in: 'committee' },
  { username: 'quantri', name: 'Quản trị hệ thống huyện Vĩnh Cửu', role: 'administrator', in: 'committee' },
  { username: 'ldld', name: 'Cán bộ tổng hợp Liên đoàn Lao động huyện', role: 'reporter', in: 'labour' },
  { username: 'hnd.huyen', name: 'Chủ tịch Hội Nông dân huyện Vĩnh Cửu', role: 'head', in: 'farmers' },
  { username: 'bcdqcdc', name: 'Thư ký Ban Chỉ đạo Quy chế dân chủ huyện', role: 'reporter', in: 'steering' },
  { username: 'truong.bcd', name: 'Trưởng Ban Chỉ đạo Quy chế dân chủ huyện', role: 'head', in: 'steering' },
]

export interface CommunePart {
  prefix: string
  office: string
  role: Part['role']
  organisation: string
}

/** Played in every commune: `nongdan.tanan` is “Chủ tịch Hội Nông dân xã Tân An”. */
export const communeCast: readonly CommunePart[] = [
  { prefix: 'khoi', office: 'Trưởng khối dân vận', role: 'head', organisation: 'mobilisationBloc' },
  { prefix: 'mttq', office: 'Chủ tịch MTTQ', role: 'reporter', organisation: 'fatherlandFront' },
  { prefix: 'doan', office: 'Bí thư Đoàn', role: 'reporter', organisation: 'youthUnion' },
  { prefix: 'phunu', office: 'Chủ tịch Hội Phụ nữ', role: 'reporter', organisation: 'womensUnion' },
  { prefix: 'nongdan', office: 'Chủ tịch Hội Nông dân', role: 'reporter', organisation: 'farmersUnion' },
  { prefix: 'ccb', office: 'Chủ tịch Hội Cựu chiến binh', role: 'reporter', organisation: 'veterans' },
]
