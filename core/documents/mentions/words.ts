// Word lists of the detector: surnames, forms of address, places and offices that only look like names.
const list = (text: string) => new Set(text.trim().split(/\s*[·\n]\s*/))

/** The common surnames of the Kinh and of peoples who write theirs in Vietnamese. */
export const surnames = list(`
  nguyễn · trần · lê · phạm · hoàng · huỳnh · phan · vũ · võ · đặng · bùi · đỗ · hồ · ngô · dương · lý · đào · đinh · đoàn
  lâm · mai · trịnh · trương · tạ · tô · tống · thái · thân · tăng · phùng · lương · lưu · lục · la · kiều · khổng · hứa · hà
  hàn · giang · doãn · diệp · chu · châu · cao · cù · bạch · âu · vương · ưng · tôn · tôn thất · tiêu · thạch
  quách · nông · nghiêm · mạc · mã · ma · lò · lường · vừ · giàng · thào · sùng · hạng · điểu · rơ`)

/** After these a capital letter is a name. */
export const addresses = list(`
  ông · bà · anh · chị · cô · chú · bác · cậu · dì · cụ · em · cháu · thầy · đồng chí · linh mục · mục sư · đại đức
  thượng tọa · hòa thượng · ni sư · sư cô · sư thầy · bé · bị can · bị cáo`)

/** What an office begins with: “ông Chủ tịch”, “đồng chí Bí thư” name nobody. */
export const offices = list(`
  chủ · phó · bí · trưởng · giám · thứ · bộ · viện · hội · ban · đảng · đoàn · ủy · uỷ · tổng · hiệu · chánh · cục · sở · thường
  mặt · công · khối · tổ · cán · chuyên · quốc · đại · thủ · nhà · ubnd · hđnd · mttq · ubmttq · liên · phòng · văn · huyện · xã`)

/** Before these words stand names of places, schools and organisations: “đường Nguyễn Huệ”, “Đoàn TNCS Hồ Chí Minh”. */
export const placeWords = list(`
  đường · phố · phường · xã · huyện · tỉnh · quận · thành phố · tp · thị xã · thị trấn · ấp · thôn · bản · buôn · làng · khu · khu phố
  khu vực · cầu · chợ · trường · thpt · thcs · tiểu học · mầm non · mẫu giáo · đại học · hẻm · ngõ · sông · hồ · núi · đèo · cảng
  giáo xứ · chùa · đình · đền · nhà thờ · công viên · quảng trường · bệnh viện · tncs · tưởng · đạo đức · phong cách · chiến dịch
  đội · chi đội · liên đội · học viện · bảo tàng · lăng · giải thưởng · giải · huyện ủy · công ty · hợp tác xã · khu công nghiệp`)

/** Written as a name and yet a place or a public matter. */
export const notNames = list(`
  hồ chí minh · bà rịa · bà đen · bà nà · bà triệu · bà trưng · hai bà trưng · bà điểm · ông công · ông táo · ông bà
  bà con · anh hùng · anh em · chị em · mai châu · cô đơn · cô tô · bác ái · bác hồ · chú trọng · cụ thể · lý thường kiệt
  lâm đồng · hà nội · hà nam · hà giang · hà tĩnh · hà tiên · cao bằng · thái bình · thái nguyên · la gi · châu đốc · đinh bộ lĩnh
  trần hưng đạo · lê duẩn · lê lợi · phan thiết · phan rang · hoàng sa · trường sa · hoàng mai · dương minh châu · đoàn kết · đoàn thanh niên
  văn hóa · văn phòng · văn hoá · cao đài · hòa hảo`)

export const faiths = list(`
  công giáo · thiên chúa giáo · tin lành · phật giáo · cao đài · hòa hảo · hồi giáo · theo đạo · bỏ đạo · truyền đạo · giáo dân
  tín đồ · phật tử · con chiên · chức sắc · đạo hữu · nhập đạo · tôn giáo · người dân tộc · dân tộc`)

/** One person is meant though he is not named. */
export const oneMeant = list(`
  ông ấy · bà ấy · anh ấy · chị ấy · anh ta · chị ta · ông ta · bà ta · ông này · bà này · anh này · chị này · người này · người đó
  hộ ông · hộ bà · hộ anh · hộ chị · gia đình ông · gia đình bà · gia đình anh · gia đình chị · hộ này · hộ đó · gia đình này`)
