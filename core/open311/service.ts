// Services are the topics of field reports; each asks one question more, in the words of the topic. Pure.

export interface Topic {
  key: string
  name: string
  hint: string
}

/** Takes what fits no other. */
export const anyTopic = 'other'

export function serviceOf({ key, name, hint }: Topic) {
  return {
    service_code: key,
    service_name: name,
    description: hint || null,
    metadata: true,
    type: 'realtime' as const,
    keywords: null,
    group: null,
  }
}

export const aboutDesk = 'about_desk'

/** Without a zone of its own: what the topic asks, and whether it is about the receiving body itself. */
export function attributesOf({ hint }: Topic) {
  const detail = {
    ...{ variable: true, code: 'detail', datatype: 'text' as const, required: false, datatype_description: null },
    ...{ order: 1, description: hint, values: [] as { key: string; name: string }[] },
  }
  const about = {
    ...{ variable: true, code: aboutDesk, datatype: 'singlevaluelist' as const, required: false },
    ...{ datatype_description: null, order: hint ? 2 : 1 },
    description: 'Việc này nói về chính cơ quan nhận: chuyển thẳng cấp trên',
    values: [
      { key: 'no', name: 'Không' },
      { key: 'yes', name: 'Có' },
    ],
  }
  return hint ? [detail, about] : [about]
}
