// Vietnamese: the page of search results.
export const search = {
  title: 'Tìm địa bàn, tổ chức',
  titleFor: (words: string) => `Tìm “${words}”`,
  label: 'Tên cần tìm',
  hint: 'Tên mới hoặc tên cũ, có dấu hay không dấu: Đông Hà, vinh cuu, hội nông dân',
  empty: 'Gõ tên một xã, phường, tỉnh, hoặc tên một tổ chức.',
  emptyNext:
    'Tên trước khi sắp xếp cũng tìm được, ví dụ thị xã Đông Hà, huyện Vĩnh Cửu. Chưa rõ tên thì đi từ danh sách tỉnh.',
  provinces: 'Danh sách tỉnh, thành phố',
  none: (words: string) => `Không tìm thấy địa bàn hay tổ chức nào có tên “${words}”.`,
  noneNext: 'Hãy bớt chữ (chỉ tên riêng, bỏ “xã”, “phường”), xem lại chính tả, hoặc đi từ danh sách tỉnh.',
  onlyOn: (day: string) => `Chỉ những nơi có vào ngày ${day}.`,
  dayLabel: 'Chỉ tìm nơi có vào ngày',
  dayHint: 'Để trống: mọi thời gian',
  nowHead: 'Hiện nay',
  on: (day: string) => `Có vào ngày ${day}`,
  before: 'Tên cũ, nơi không còn',
  bodies: (count: string) => `Tổ chức đang hoạt động (${count})`,
  bodiesOn: (count: string, day: string) => `Tổ chức vào ngày ${day} (${count})`,
  found: (count: string) => `${count} địa bàn`,
  foundBodies: (count: string) => `${count} tổ chức`,
  moreBodies: 'Xem mọi tổ chức tìm thấy',
}
