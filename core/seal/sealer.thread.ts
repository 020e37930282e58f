// The thread of sealer.ts: nothing of what it seals stays in it.
import { parentPort } from 'node:worker_threads'
import { Encrypter } from 'age-encryption'

interface Asked {
  no: number
  publicKey: string
  plain: Uint8Array
}

parentPort!.on('message', async ({ no, publicKey, plain }: Asked) => {
  try {
    const encrypter = new Encrypter()
    encrypter.addRecipient(publicKey)
    const sealed = await encrypter.encrypt(plain)
    plain.fill(0)
    const whole = new Uint8Array(sealed)
    parentPort!.postMessage({ no, sealed: whole }, [whole.buffer])
  } catch {
    // Never an error with a piece of the text in it.
    parentPort!.postMessage({ no, fault: 'could not seal' })
  }
})
