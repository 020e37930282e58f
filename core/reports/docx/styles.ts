// What a Word file needs besides its text: the letters that hold where nothing else is said, and how Word shall read it.
import type { Layout } from '../../documents/layout.ts'
import { rootOf, type Part } from './file.ts'
import { val, w } from './markup.ts'
import { half } from './units.ts'

export function stylesOf({ font, bodySize }: Layout): Part {
  const fonts = w('rFonts', { ascii: font, hAnsi: font, eastAsia: font, cs: font })
  const letters = [fonts, ...val('sz', half(bodySize)), ...val('szCs', half(bodySize)), ...val('lang', 'vi-VN')]
  const margins = Object.entries({ top: 0, left: 108, bottom: 0, right: 108 })
  const styles = [
    w('docDefaults', {}, [w('rPrDefault', {}, [w('rPr', {}, letters)]), w('pPrDefault')]),
    w('style', { type: 'paragraph', default: 1, styleId: 'Normal' }, [...val('name', 'Normal'), w('qFormat')]),
    w('style', { type: 'table', default: 1, styleId: 'TableNormal' }, [
      ...val('name', 'Normal Table'),
      ...[...val('uiPriority', 99), w('semiHidden'), w('unhideWhenUsed')],
      w('tblPr', {}, [
        w('tblInd', { w: 0, type: 'dxa' }),
        w(
          'tblCellMar',
          {},
          margins.map(([side, room]) => w(side, { w: room, type: 'dxa' })),
        ),
      ]),
    ]),
  ]
  return { name: 'word/styles.xml', kind: 'styles', xml: rootOf('styles', styles) }
}

/** Without its mode Word opens the file as one of 2007. */
const mode = { name: 'compatibilityMode', uri: 'http://schemas.microsoft.com/office/word', val: 15 }

export const settings: Part = {
  name: 'word/settings.xml',
  kind: 'settings',
  xml: rootOf('settings', [...val('defaultTabStop', 720), w('compat', {}, [w('compatSetting', mode)])]),
}
