// Invented sentences of citizens for tests: eight to learn from and four to ask, for each of six topics.
import type { Known } from './model.ts'

const written: Record<string, string> = {
  'thoát nước': `
    Cống trước nhà bị nghẹt, mưa xuống là nước ngập vào sân
    Đường ấp 3 ngập sâu mỗi khi mưa vì cống thoát nước quá nhỏ
    Nắp cống bị vỡ, nước thải tràn ra mặt đường rất hôi
    Đề nghị nạo vét mương thoát nước dọc tuyến đường vào chợ
    Nước mưa không thoát được, ngập cả tuần trong hẻm
    Rãnh thoát nước bị lấp đất, mưa lớn nước chảy vào nhà dân
    Hố ga đầy bùn, nước thải chảy ngược lên sân nhà
    Cống qua đường sụp, nước đọng thành vũng lớn
    Mương thoát nước bị bồi lấp nên hẻm nhà tôi ngập liên tục
    Nước thải từ cống tràn lên đường, mưa nhỏ cũng ngập
    Xin khai thông cống thoát nước trước cổng trường
    Hố ga mất nắp, nước bẩn tràn ra ngoài`,
  'tiếng ồn': `
    Quán bên cạnh hát karaoke loa kẹo kéo đến nửa đêm
    Tiếng ồn từ xưởng cưa gỗ làm cả xóm mất ngủ
    Nhà hàng xóm mở loa to suốt buổi trưa không ai nghỉ được
    Xưởng cơ khí gõ búa ồn ào từ sáng sớm tới khuya
    Karaoke tự phát quá ồn, trẻ con không học bài được
    Quán nhậu mở nhạc lớn sau mười giờ đêm
    Máy phát của xưởng chạy ồn cả ngày lẫn đêm
    Đám tiệc hát loa công suất lớn quá khuya
    Loa kẹo kéo hát karaoke ồn ào ngay cạnh trạm y tế
    Xưởng gỗ chạy máy cưa ban đêm rất ồn
    Hàng xóm mở nhạc lớn quá khuya, nhắc rồi vẫn vậy
    Tiếng ồn của quán nhậu làm cả xóm không ngủ được`,
  'chó thả rông': `
    Chó thả rông không rọ mõm chạy đầy đường, trẻ em rất sợ
    Đàn chó nhà bên cắn người đi đường mà chủ không xích
    Chó không tiêm phòng dại thả rông trong khu dân cư
    Buổi sáng chó chạy ra đường gây tai nạn cho xe máy
    Đề nghị bắt chó thả rông ở khu phố 2
    Con chó lớn không xích, không rọ mõm cắn cháu bé
    Chó phóng uế bừa bãi trước cổng nhà người khác
    Chủ nuôi chó không chịu xích, chó đuổi theo người đi xe
    Có con chó dữ thả rông hay đuổi cắn trẻ em đi học
    Chó không rọ mõm chạy rông ngoài công viên
    Nhắc chủ xích chó lại vì chó cắn người đi đường
    Đàn chó thả rông phóng uế khắp khu phố`,
  'đất đai': `
    Hồ sơ cấp giấy chứng nhận quyền sử dụng đất nộp đã lâu chưa có kết quả
    Hàng xóm lấn chiếm ranh đất, đề nghị đo đạc lại thửa đất
    Xin hướng dẫn thủ tục tách thửa đất cho con
    Đất bị thu hồi làm đường mà chưa nhận tiền bồi thường
    Bản đồ địa chính ghi sai diện tích thửa đất của gia đình
    Chuyển mục đích sử dụng đất vườn sang đất ở mất bao lâu
    Tranh chấp ranh giới đất với hộ liền kề chưa được hòa giải
    Giá bồi thường đất thu hồi thấp hơn nhiều so với thực tế
    Nộp hồ sơ tách thửa đất ba tháng chưa có giấy chứng nhận
    Hộ liền kề xây rào lấn ranh đất của tôi
    Tiền bồi thường đất bị thu hồi chưa thoả đáng
    Đề nghị đo đạc lại diện tích đất vì bản đồ địa chính sai`,
  điện: `
    Mất điện liên tục vào giờ cao điểm buổi tối
    Dây điện chùng sát mái nhà rất nguy hiểm
    Trụ điện nghiêng sau bão, sợ đổ xuống đường
    Đèn đường cháy bóng cả tháng, tối om không ai sửa
    Điện yếu, quạt không quay nổi, máy bơm không chạy
    Hoá đơn tiền điện tháng này tăng gấp ba, đề nghị kiểm tra công tơ
    Trạm biến áp nổ lửa, dân trong ấp lo cháy
    Dây điện đứt rơi xuống ruộng sau mưa giông
    Đèn đường bị hỏng nên ban đêm tối om
    Cúp điện liên tục mà không báo trước, điện lại yếu
    Trụ điện gãy, dây điện chùng xuống sát đường
    Công tơ chạy sai, tiền điện tăng gấp đôi`,
  rác: `
    Rác chất đống ở đầu hẻm cả tuần không ai thu gom
    Xe thu gom rác bỏ tuyến, rác bốc mùi hôi
    Có người đổ trộm rác xây dựng ra bãi đất trống
    Điểm tập kết rác gần trường học quá hôi thối
    Đốt rác ngoài đồng khói bay vào nhà dân
    Thùng rác công cộng hư hỏng, rác vương vãi khắp nơi
    Vỏ bao thuốc trừ sâu vứt bừa bãi ngoài kênh
    Tiền thu gom rác tăng mà xe rác không đến
    Đổ trộm rác ban đêm ra bờ kênh, hôi thối
    Xe thu gom rác hai tuần nay không đến, rác chất đống
    Thùng rác đầy tràn, rác vương vãi ra vỉa hè
    Hàng ngày đốt rác khói mù mịt cạnh trường học`,
}

const all: Known[] = Object.entries(written).flatMap(([topic, lines]) =>
  lines
    .trim()
    .split('\n')
    .map((text) => ({ topic, text: text.trim() })),
)

const aside = (i: number) => i % 12 >= 8
export const learnt = all.filter((_, i) => !aside(i))
export const askedAbout = all.filter((_, i) => aside(i))

/** As typed on a phone without a Vietnamese keyboard. */
export const bare = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
