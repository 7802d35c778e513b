/** Data: one fictional paragraph per language, and its bytes (Base64) in the charsets that the web used for it. `found` is what a reader should call it. */

export const PARAGRAPHS: Readonly<Record<string, string>> = {
  ja: '港の倉庫で火災があり、消防隊が朝まで作業を続けた。市の担当者は「けが人はいない」と話している。原因はまだ分かっていない。',
  zh: '港口仓库昨晚发生火灾，消防队员一直工作到清晨。市政府官员说没有人受伤，起火原因仍在调查之中。',
  zht: '港口倉庫昨晚發生火災，消防隊員一直工作到清晨。市政府官員說沒有人受傷，起火原因仍在調查之中。',
  ko: '어젯밤 항구 창고에서 불이 나 소방대원들이 아침까지 작업을 계속했다. 시 관계자는 다친 사람이 없다고 말했다.',
  ru: 'Ночью на портовом складе произошёл пожар, и пожарные работали до утра. Представитель города сообщил, что никто не пострадал.',
  el: 'Φωτιά ξέσπασε τη νύχτα σε αποθήκη του λιμανιού και οι πυροσβέστες εργάζονταν μέχρι το πρωί. Κανείς δεν τραυματίστηκε.',
  fr: 'Un incendie s’est déclaré cette nuit dans un entrepôt du port, où les équipes ont travaillé jusqu’au matin. « Personne n’a été blessé », a précisé la mairie.',
  de: 'In der Nacht brach im Lagerhaus am Hafen ein Feuer aus, die Löschkräfte arbeiteten bis zum frühen Morgen. Verletzt wurde niemand, erklärte der Bürgermeister.',
  pl: 'W nocy w magazynie w porcie wybuchł pożar, a strażacy pracowali aż do świtu. Nikt nie został ranny, powiedział rzecznik urzędu miasta, dodając że przyczyna nie jest znana.',
  cs: 'V noci vypukl ve skladu v přístavu požár a hasiči pracovali až do rána. Nikdo nebyl zraněn, řekl mluvčí města, příčina zatím není známa.',
  tr: 'Gece limandaki bir depoda yangın çıktı, itfaiyeciler sabaha kadar çalıştı. Belediye sözcüsü kimsenin yaralanmadığını söyledi, yangının nedeni henüz bilinmiyor.',
  ar: 'اندلع حريق ليلا في مستودع بالميناء وعمل رجال الإطفاء حتى الصباح. وقال متحدث باسم المدينة إن أحدا لم يصب بأذى.',
  he: 'בלילה פרצה שריפה במחסן בנמל והכבאים עבדו עד הבוקר. דובר העירייה אמר כי איש לא נפגע.',
};

export interface CharsetSample {
  readonly language: string;
  readonly found: string;
  readonly base64: string;
}

export const CHARSET_SAMPLES: readonly CharsetSample[] = [
  {
    language: 'ja',
    found: 'shift_jis',
    base64:
      'jWCCzJFxjMmCxYnOjdCCqoKgguiBQY/BlmiR4IKqkqmC3ILFjeyLxoLwkbGCr4K9gUKOc4LMklOTlo7Sgs2BdYKvgqqQbILNgqKCyIKigXaCxphigrWCxIKigumBQoy0iPaCzYLcgr6VqoKpgsGCxIKigsiCooFC',
  },
  {
    language: 'ja',
    found: 'euc-jp',
    base64:
      'ucGkzsHSuMukx7LQutKkrKSipOqhor7Dy8nC4qSsxKuk3qTHuu62yKTywrOksaS/oaO71KTOw7TF9rzUpM+h1qSxpKy/zaTPpKSkyqSkodekyM/DpLekxqSkpOuho7i2sPikz6TepMDKrKSrpMOkxqSkpMqkpKGj',
  },
  {
    language: 'ja',
    found: 'iso-2022-jp',
    base64:
      'GyRCOUEkTkFSOEskRzJQOlIkLCQiJGohIj5DS0lCYiQsRCskXiRHOm42SCRyQjMkMSQ/ISM7VCROQzRFdjxUJE8hViQxJCw/TSRPJCQkSiQkIVckSE9DJDckRiQkJGshIzg2MHgkTyReJEBKLCQrJEMkRiQkJEokJCEjGyhC',
  },
  {
    language: 'zh',
    found: 'gb18030',
    base64:
      'uNu/2rLWv+LX8s3tt6LJ+rvw1NajrM/7t8C209Sx0rvWsbmk1/e1vcfls7+ho8rQ1f64rrnZ1LHLtcO709DIy8rcycujrMbwu/DUrdLyyNTU2rX3sunWrtbQoaM=',
  },
  {
    language: 'zht',
    found: 'big5',
    base64:
      'tOSkZq3crnesUbHftW+lzaT1qGGhQa74qL62pK37pECqvaR1p0Co7LJNseGhQ6WrrEapsql4rfu7oahTprOkSKj8tsuhQbBfpPWt7KZdpLSmYr3VrGSkp6SkoUM=',
  },
  {
    language: 'ko',
    found: 'euc-kr',
    base64:
      'vu7BrLnjIMfXsbggw6Kw7b+hvK0gutLAzCCzqiC80rnmtOu/+LXpwMwgvsbEp7HuwfYgwNu+98C7ILDovNPH37TZLiC9wyCw/LDowNq0wiC02cSjILvntvfAzCC++LTZsO0guLvH37TZLg==',
  },
  {
    language: 'ru',
    found: 'windows-1251',
    base64:
      'ze73/P4g7eAg7+7w8u7i7uwg8err4OTlIO/w7ujn7vi46yDv7ubg8Cwg6CDv7ubg8O375SDw4OHu8uDr6CDk7iDz8vDgLiDP8OXk8fLg4ujy5ev8IOPu8O7k4CDx7u7h+ejrLCD38u4g7ejq8u4g7eUg7+7x8vDg5ODrLg==',
  },
  {
    language: 'ru',
    found: 'koi8-r',
    base64:
      '7s/e2MAgzsEg0M/S1M/Xz80g08vMwcTFINDSz8naz9ujzCDQz9bB0iwgySDQz9bB0s7ZxSDSwcLP1MHMySDEzyDV1NLBLiDw0sXE09TB18nUxczYIMfP0s/EwSDTz8/C3cnMLCDe1M8gzsnL1M8gzsUg0M/T1NLBxMHMLg==',
  },
  {
    language: 'ru',
    found: 'iso-8859-5',
    base64:
      'vd7n7O4g3dAg397g4t7S3twg4drb0NTVIN/g3tjX3ujx2yDf3tbQ4Cwg2CDf3tbQ4N3r1SDg0NHe4tDb2CDU3iDj4uDQLiC/4NXU4eLQ0tji1dvsINPe4N7U0CDh3t7R6djbLCDn4t4g3dja4t4g3dUg397h4uDQ1NDbLg==',
  },
  {
    language: 'el',
    found: 'iso-8859-7',
    base64:
      '1vn06dwg7t3z8OHz5SD05yDt/ff04SDz5SDh8O/o3urnIPTv9SDr6ezh7env/SDq4ekg7+kg8PXx7/Pi3fP05fIg5fHj3Obv7fTh7SDs3ffx6SD07yDw8fnfLiDK4e3l3/Ig5OXtIPTx4fXs4fTf8/Tn6uUu',
  },
  {
    language: 'el',
    found: 'iso-8859-7',
    base64:
      '1vn06dwg7t3z8OHz5SD05yDt/ff04SDz5SDh8O/o3urnIPTv9SDr6ezh7env/SDq4ekg7+kg8PXx7/Pi3fP05fIg5fHj3Obv7fTh7SDs3ffx6SD07yDw8fnfLiDK4e3l3/Ig5OXtIPTx4fXs4fTf8/Tn6uUu',
  },
  {
    language: 'fr',
    found: 'windows-1252',
    base64:
      'VW4gaW5jZW5kaWUgc5Jlc3QgZOljbGFy6SBjZXR0ZSBudWl0IGRhbnMgdW4gZW50cmVw9HQgZHUgcG9ydCwgb/kgbGVzIOlxdWlwZXMgb250IHRyYXZhaWxs6SBqdXNxdZJhdSBtYXRpbi4gqyBQZXJzb25uZSBukmEg6XTpIGJsZXNz6SC7LCBhIHBy6WNpc+kgbGEgbWFpcmllLg==',
  },
  {
    language: 'de',
    found: 'windows-1252',
    base64:
      'SW4gZGVyIE5hY2h0IGJyYWNoIGltIExhZ2VyaGF1cyBhbSBIYWZlbiBlaW4gRmV1ZXIgYXVzLCBkaWUgTPZzY2hrcuRmdGUgYXJiZWl0ZXRlbiBiaXMgenVtIGZy/GhlbiBNb3JnZW4uIFZlcmxldHp0IHd1cmRlIG5pZW1hbmQsIGVya2zkcnRlIGRlciBC/HJnZXJtZWlzdGVyLg==',
  },
  {
    language: 'pl',
    found: 'windows-1250',
    base64:
      'VyBub2N5IHcgbWFnYXp5bmllIHcgcG9yY2llIHd5YnVjaLMgcG+/YXIsIGEgc3RyYb9hY3kgcHJhY293YWxpIGG/IGRvIJx3aXR1LiBOaWt0IG5pZSB6b3N0YbMgcmFubnksIHBvd2llZHppYbMgcnplY3puaWsgdXJ66mR1IG1pYXN0YSwgZG9kYWq5YyC/ZSBwcnp5Y3p5bmEgbmllIGplc3Qgem5hbmEu',
  },
  {
    language: 'pl',
    found: 'iso-8859-2',
    base64:
      'VyBub2N5IHcgbWFnYXp5bmllIHcgcG9yY2llIHd5YnVjaLMgcG+/YXIsIGEgc3RyYb9hY3kgcHJhY293YWxpIGG/IGRvILZ3aXR1LiBOaWt0IG5pZSB6b3N0YbMgcmFubnksIHBvd2llZHppYbMgcnplY3puaWsgdXJ66mR1IG1pYXN0YSwgZG9kYWqxYyC/ZSBwcnp5Y3p5bmEgbmllIGplc3Qgem5hbmEu',
  },
  {
    language: 'cs',
    found: 'windows-1250',
    base64:
      'ViBub2NpIHZ5cHVrbCB2ZSBza2xhZHUgdiBw+O1zdGF2dSBwb57hciBhIGhhc2noaSBwcmFjb3ZhbGkgYZ4gZG8gcuFuYS4gTmlrZG8gbmVieWwgenJhbuxuLCD4ZWtsIG1sdXbo7SBt7HN0YSwgcPjt6GluYSB6YXTtbSBuZW7tIHpu4W1hLg==',
  },
  {
    language: 'tr',
    found: 'windows-1254',
    base64:
      'R2VjZSBsaW1hbmRha2kgYmlyIGRlcG9kYSB5YW5n/W4g5/1rdP0sIGl0ZmFpeWVjaWxlciBzYWJhaGEga2FkYXIg52Fs/f50/S4gQmVsZWRpeWUgc/Z6Y/xz/CBraW1zZW5pbiB5YXJhbGFubWFk/fD9bv0gc/Z5bGVkaSwgeWFuZ/1u/W4gbmVkZW5pIGhlbvx6IGJpbGlubWl5b3Iu',
  },
  {
    language: 'ar',
    found: 'windows-1256',
    base64:
      'x+TP4dogzdHt3iDh7eHHIN3tIOPTyubP2iDIx+Hj7eTHwSDm2uPhINHMx+Egx+HF2N3HwSDNyuwgx+HVyMfNLiDm3sfhIOPKzc/LIMjH0+Mgx+Hjz+3kySDF5CDDzc/HIOHjIO3VyCDIw9DsLg==',
  },
  {
    language: 'he',
    found: 'iso-8859-8',
    base64:
      '4ezp7OQg9Pj25CD5+On05CDh7ufx7yDh8O7sIOXk6+Hg6e0g8uHj5SDy4yDk4eX3+C4g4+Xh+CDk8un46enkIODu+CDr6SDg6fkg7OAg8PTi8i4=',
  },
  {
    language: 'ru',
    found: 'utf-16le',
    base64:
      'HQQ+BEcETAROBCAAPQQwBCAAPwQ+BEAEQgQ+BDIEPgQ8BCAAQQQ6BDsEMAQ0BDUEIAA/BEAEPgQ4BDcEPgRIBFEEOwQgAD8EPgQ2BDAEQAQsACAAOAQgAD8EPgQ2BDAEQAQ9BEsENQQgAEAEMAQxBD4EQgQwBDsEOAQgADQEPgQgAEMEQgRABDAELgAgAB8EQAQ1BDQEQQRCBDAEMgQ4BEIENQQ7BEwEIAAzBD4EQAQ+BDQEMAQgAEEEPgQ+BDEESQQ4BDsELAAgAEcEQgQ+BCAAPQQ4BDoEQgQ+BCAAPQQ1BCAAPwQ+BEEEQgRABDAENAQwBDsELgA=',
  },
  {
    language: 'fr',
    found: 'utf-16le',
    base64:
      '//5VAG4AIABpAG4AYwBlAG4AZABpAGUAIABzABkgZQBzAHQAIABkAOkAYwBsAGEAcgDpACAAYwBlAHQAdABlACAAbgB1AGkAdAAgAGQAYQBuAHMAIAB1AG4AIABlAG4AdAByAGUAcAD0AHQAIABkAHUAIABwAG8AcgB0ACwAIABvAPkAIABsAGUAcwAgAOkAcQB1AGkAcABlAHMAIABvAG4AdAAgAHQAcgBhAHYAYQBpAGwAbADpACAAagB1AHMAcQB1ABkgYQB1ACAAbQBhAHQAaQBuAC4AIACrACAAUABlAHIAcwBvAG4AbgBlACAAbgAZIGEAIADpAHQA6QAgAGIAbABlAHMAcwDpACAAuwAsACAAYQAgAHAAcgDpAGMAaQBzAOkAIABsAGEAIABtAGEAaQByAGkAZQAuAA==',
  },
  {
    language: 'fr',
    found: 'utf-32le',
    base64:
      '//4AAFUAAABuAAAAIAAAAGkAAABuAAAAYwAAAGUAAABuAAAAZAAAAGkAAABlAAAAIAAAAHMAAAAZIAAAZQAAAHMAAAB0AAAAIAAAAGQAAADpAAAAYwAAAGwAAABhAAAAcgAAAOkAAAAgAAAAYwAAAGUAAAB0AAAAdAAAAGUAAAAgAAAAbgAAAHUAAABpAAAAdAAAACAAAABkAAAAYQAAAG4AAABzAAAAIAAAAHUAAABuAAAAIAAAAGUAAABuAAAAdAAAAHIAAABlAAAAcAAAAPQAAAB0AAAAIAAAAGQAAAB1AAAAIAAAAHAAAABvAAAAcgAAAHQAAAAsAAAAIAAAAG8AAAD5AAAAIAAAAGwAAABlAAAAcwAAACAAAADpAAAAcQAAAHUAAABpAAAAcAAAAGUAAABzAAAAIAAAAG8AAABuAAAAdAAAACAAAAB0AAAAcgAAAGEAAAB2AAAAYQAAAGkAAABsAAAAbAAAAOkAAAAgAAAAagAAAHUAAABzAAAAcQAAAHUAAAAZIAAAYQAAAHUAAAAgAAAAbQAAAGEAAAB0AAAAaQAAAG4AAAAuAAAAIAAAAKsAAAAgAAAAUAAAAGUAAAByAAAAcwAAAG8AAABuAAAAbgAAAGUAAAAgAAAAbgAAABkgAABhAAAAIAAAAOkAAAB0AAAA6QAAACAAAABiAAAAbAAAAGUAAABzAAAAcwAAAOkAAAAgAAAAuwAAACwAAAAgAAAAYQAAACAAAABwAAAAcgAAAOkAAABjAAAAaQAAAHMAAADpAAAAIAAAAGwAAABhAAAAIAAAAG0AAABhAAAAaQAAAHIAAABpAAAAZQAAAC4AAAA=',
  },
  {
    language: 'zh',
    found: 'utf-8',
    base64:
      '77u/5riv5Y+j5LuT5bqT5pio5pma5Y+R55Sf54Gr54G+77yM5raI6Ziy6Zif5ZGY5LiA55u05bel5L2c5Yiw5riF5pmo44CC5biC5pS/5bqc5a6Y5ZGY6K+05rKh5pyJ5Lq65Y+X5Lyk77yM6LW354Gr5Y6f5Zug5LuN5Zyo6LCD5p+l5LmL5Lit44CC',
  },
];
