// Examples of slips with first passwords.
const address = 'https://danvan.example.vn/dang-nhap'

export const examples = [
  {
    name: 'hai người',
    props: {
      address,
      slips: [
        {
          name: 'Cán bộ đầu mối',
          username: 'cbdm.hndtanan',
          password: 'k7mp-x3qd-9wfa',
          role: 'Cán bộ đầu mối – Hội Nông dân xã Tân An',
        },
        { name: 'Chuyên viên', username: 'cv.bdvhuyenuy', password: 'w4ht-jj8n-2qye' },
      ],
    },
  },
]
