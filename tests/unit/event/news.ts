/** Invented news of invented places for tests of events: each happening told twice in its own words, in six languages. */
import { type EventPrint, type EventStory, eventPrint } from '../../../shared/core/event/event-print.ts';

export function aStory(overrides: Partial<EventStory> = {}): EventStory {
  return {
    headline: 'Ferry sinks off Quillmore island, rescuers search for twelve',
    paragraphs: [
      'A ferry carrying tourists sank near Quillmore island on Monday, and rescuers were looking for twelve passengers.',
      'The coastguard of Port Ardelle said the vessel Marisande took on water after striking the Tolven reef.',
    ],
    language: 'en',
    published: '2031-05-05T09:00:00Z',
    ...overrides,
  };
}

export const aPrint = (overrides: Partial<EventStory> = {}): EventPrint => eventPrint(aStory(overrides));

export interface ToldTwice {
  readonly language: string;
  readonly first: readonly [headline: string, body: string];
  readonly second: readonly [headline: string, body: string];
}

export const TOLD_TWICE: readonly ToldTwice[] = [
  {
    language: 'en',
    first: [
      'Ferry sinks off Quillmore island',
      'The ferry Marisande sank near Quillmore island after it struck the Tolven reef, the coastguard of Port Ardelle said. Twelve passengers are missing.',
    ],
    second: [
      'Twelve missing after Quillmore ferry disaster',
      'Rescuers from Port Ardelle searched the waters around Quillmore on Tuesday for those aboard the Marisande, which sank on the Tolven reef.',
    ],
  },
  {
    language: 'de',
    first: [
      'Brand im Schloss Halmenau zerstört Bibliothek',
      'Ein Feuer hat die Bibliothek von Schloss Halmenau vernichtet. Die Feuerwehr Drostenfeld rettete den Kastellan Wenzel Otterbach.',
    ],
    second: [
      'Bibliothek von Halmenau brennt aus',
      'Nach dem Brand auf Schloss Halmenau ermittelt die Polizei Drostenfeld. Kastellan Otterbach sprach von einem Verlust für die Bibliothek.',
    ],
  },
  {
    language: 'es',
    first: [
      'Un terremoto sacude Villarcona y derrumba el puente',
      'El terremoto derrumbó el puente de Tresmoros en Villarcona, informó la alcaldesa Rufina Azcarreta.',
    ],
    second: [
      'Villarcona, sin puente tras el terremoto',
      'La alcaldesa Azcarreta pidió ayuda después de que el puente de Tresmoros cayera por el terremoto en Villarcona.',
    ],
  },
  {
    language: 'ja',
    first: [
      '霧島谷市でダム決壊、住民避難',
      '霧島谷市の北沢ダムが決壊し、住民三百人が避難した。市長の鷹森氏が会見した。',
    ],
    second: ['北沢ダム決壊で三百人避難', '北沢ダムの決壊を受け、霧島谷市の鷹森市長は住民に避難を呼びかけた。'],
  },
  {
    language: 'ru',
    first: [
      'В Зареченске сошёл с рельсов поезд',
      'Поезд сошёл с рельсов у станции Верхотопье близ Зареченска, сообщил губернатор Лукодымов.',
    ],
    second: [
      'Крушение поезда под Зареченском',
      'Губернатор Лукодымов прибыл на станцию Верхотопье, где поезд сошёл с рельсов близ Зареченска.',
    ],
  },
  {
    language: 'ar',
    first: [
      'انهيار منجم في وادي الزمردان',
      'انهار منجم النحاس في وادي الزمردان وحوصر عشرون عاملا بحسب الوزير شهبندور.',
    ],
    second: [
      'عمال محاصرون في منجم الزمردان',
      'قال الوزير شهبندور إن عشرين عاملا محاصرون داخل منجم النحاس في وادي الزمردان.',
    ],
  },
];
