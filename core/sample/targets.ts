// The six targets of 42-CTr/HU, with both exceptions and the zero condition, as the page words them.
const bound = (...organisations: string[]) => organisations.map((organisation) => ({ organisation, sector: null }))
const four = ['youthUnion', 'womensUnion', 'farmersUnion', 'veterans', 'tradeUnion']
const deadline = '2023-12-31'

export const targets42 = [
  {
    no: 1,
    indicator: 'gatheringRate',
    name: 'Tập hợp quần chúng trong độ tuổi vào tổ chức',
    comparator: '>',
    threshold: '80',
    deadline,
    overlapFactor: true,
    reading:
      'Tính theo lượt hội viên của từng tổ chức trên người trong diện của chính tổ chức đó; số người chỉ có ở xã đã rà soát trùng.',
    sourceText:
      'giữ tỷ lệ tập hợp quần chúng trong độ tuổi vào tổ chức đạt trên 80% (riêng Đoàn TNCS Hồ Chí Minh từ 45% trở lên)',
    bindings: bound(...four),
    exceptions: [
      {
        name: 'riêng Đoàn TNCS Hồ Chí Minh',
        organisation: 'youthUnion',
        sector: null,
        comparator: '>=',
        threshold: '45',
        sourceText: 'riêng Đoàn TNCS Hồ Chí Minh từ 45% trở lên',
      },
    ],
  },
  {
    no: 2,
    indicator: 'regularActivityRate',
    name: 'Đoàn viên, hội viên sinh hoạt thường xuyên',
    comparator: '>',
    threshold: '80',
    deadline,
    sourceText: 'tỷ lệ đoàn viên, hội viên tham gia sinh hoạt thường xuyên đạt trên 80%',
    bindings: bound(...four),
  },
  {
    no: 3,
    indicator: 'coreMemberRate',
    name: 'Lực lượng nòng cốt',
    comparator: '>',
    threshold: '45',
    deadline,
    sourceText:
      'tỷ lệ lực lượng đoàn viên, hội viên nòng cốt trong các tổ chức chính trị - xã hội đạt trên 45% (riêng đoàn viên nòng cốt trong doanh nghiệp đạt 20% trở lên)',
    bindings: bound(...four),
    exceptions: [
      {
        name: 'riêng đoàn viên nòng cốt trong doanh nghiệp',
        organisation: null,
        sector: 'enterprise',
        comparator: '>=',
        threshold: '20',
        sourceText: 'riêng đoàn viên nòng cốt trong doanh nghiệp đạt 20% trở lên',
        note: 'Hiểu là đoàn viên công đoàn trong doanh nghiệp; văn bản không nói rõ Công đoàn hay Đoàn, chờ đơn vị ban hành xác nhận.',
      },
    ],
  },
  {
    no: 4,
    indicator: 'baseOrgGoodRate',
    name: 'Tổ chức cơ sở hoàn thành tốt nhiệm vụ',
    comparator: '>',
    threshold: '85',
    deadline,
    reading: 'Công đoàn tính theo công đoàn cơ sở. Yếu kém là không hoàn thành nhiệm vụ.',
    sourceText:
      'tỷ lệ Mặt trận Tổ quốc và các tổ chức chính trị - xã hội cơ sở hoàn thành tốt nhiệm vụ đạt trên 85%, không có tổ chức yếu kém',
    bindings: bound('fatherlandFront', ...four),
    companions: [
      {
        name: 'không có tổ chức yếu kém',
        count: 'orgNotCompleted',
        comparator: '=',
        threshold: '0',
        sourceText: 'không có tổ chức yếu kém',
      },
    ],
  },
  {
    no: 5,
    indicator: 'dvkAgencyRate',
    name: 'Cơ quan, đơn vị đạt tiêu chí “Dân vận khéo”',
    comparator: '>',
    threshold: '80',
    deadline,
    sourceText: 'phấn đấu trên 80% cơ quan, đơn vị thực hiện đạt tiêu chí “Dân vận khéo"',
  },
  {
    no: 6,
    indicator: 'qcdcGoodRate',
    name: 'Cơ sở thực hiện tốt quy chế dân chủ',
    comparator: '>',
    threshold: '80',
    deadline,
    reading: 'Cộng ba loại cơ sở: xã, cơ quan, doanh nghiệp.',
    sourceText: 'trên 80% cơ sở thực hiện tốt quy chế dân chủ ở cơ sở',
  },
].map((target) => ({ confidence: 'read', ...target }))
