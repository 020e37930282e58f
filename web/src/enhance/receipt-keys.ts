// The picture on a receipt leads here with code and secret behind the #: they are put into the form and taken out of the address.
const form = document.querySelector<HTMLFormElement>('form[data-keys]')
const [code, secret] = location.hash.slice(1).split('.')
if (form && code && secret) {
  history.replaceState(null, '', location.pathname)
  form.querySelector<HTMLInputElement>('[name=code]')!.value = code
  form.querySelector<HTMLInputElement>('[name=secret]')!.value = secret
}

export {}
