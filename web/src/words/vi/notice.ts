// Vietnamese: what a notice is.
export const notice = { info: 'Thông tin', success: 'Xong', warning: 'Lưu ý' }
