// Examples of a QR code; this one is only a corner of one.
export const examples = [
  {
    name: 'một góc',
    props: {
      label: 'Mã QR của khoá; khoá viết bằng chữ ở bên dưới',
      size: 15,
      path: 'M4 4h7v7h-7zM5 5v5h5v-5zM6 6h3v3h-3z',
    },
  },
]
