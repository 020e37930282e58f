// Examples of Answers.
const answer = {
  ...{ no: 1, text: 'Đã thay nắp cống và thông dòng chảy sáng nay.', document: 'Biên bản 31/BB ngày 03/11/2026' },
  ...{ body: 'Phòng Kinh tế, Hạ tầng và Đô thị', at: '2026-11-03T07:10:00.000Z', stars: null },
  proof: [
    { id: 1, name: 'sau khi sửa.jpg', mediaType: 'image/jpeg', state: 'ready' as const },
    { id: 2, name: 'mới chụp.jpg', mediaType: 'image/jpeg', state: 'coming' as const },
    { id: 3, name: 'hỏng.jpg', mediaType: 'image/jpeg', state: 'spoilt' as const },
  ],
}
export const examples = [
  { name: 'một trả lời', props: { answers: [answer], at: '/theo-doi/K7M49XQ2/tep' } },
  {
    name: 'hai lần trả lời',
    props: {
      answers: [
        { ...answer, proof: [] },
        { ...answer, no: 2, document: '' },
      ],
      at: '/theo-doi/K7M49XQ2/tep',
    },
  },
]
