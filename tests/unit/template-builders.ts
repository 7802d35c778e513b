/** Fictional templates of the daily trade, each with two fillings. Promise: the words around the slots are the same to the letter. */
import type { Paragraphs } from './copies-builders.ts';

type Filling = readonly string[];
interface Template {
  readonly text: (slots: Filling) => Paragraphs;
  readonly fillings: readonly [Filling, Filling];
}

const slot = (slots: Filling, at: number) => slots[at] ?? '';

/** `{0}` is the first slot. */
const template = (fillings: Template['fillings'], ...paragraphs: Paragraphs): Template => ({
  fillings,
  text: (slots) => paragraphs.map((text) => text.replaceAll(/\{(\d)\}/g, (_, at) => slot(slots, Number(at)))),
});

export const TEMPLATES: Readonly<Record<string, Template>> = {
  results: template(
    [
      ['Port Hask', 'Ilvermoor', '4-2', 'Jan Tessin', '71st'],
      ['Quenby', 'Oakhurst', '1-0', 'Ruben Dorrick', '12th'],
    ],
    'In the coastal league {0} overcame {1} {2} on Sunday evening, and it was {3} who settled the matter with a volley in the {4} minute.',
    'A crowd that had braved the rain saw both keepers busy until the interval, after which the pitch grew heavy and the tackles late. The referee let much of it pass. The league resumes after the international break.',
  ),
  earnings: template(
    [
      ['Pellam Foods', '61.4', '9', '0.88', '0.71', 'second'],
      ['Strand Marine', '207.9', '14', '2.15', '1.96', 'third'],
    ],
    '{0} earned {1} million crowns in the {5} quarter, {2} percent more than a year before, the group told the exchange on Thursday. A share earned {3} crowns after {4} crowns.',
    'Management left its forecast for the year as it was and pointed at firm orders from abroad, while wages and freight weighed on the margin.',
    'The stock, listed since the merger of both houses, opened higher and gave back part of the gain by noon. The dividend is to be proposed to the meeting of owners.',
  ),
  earthquake: template(
    [
      ['5.7', 'Karlsund', '40', '18', 'Velmora'],
      ['4.9', 'Tannis', '65', '33', 'Brenholt'],
    ],
    'A tremor of magnitude {0} shook the sea floor off {1} before dawn, {2} kilometres from the coast and {3} kilometres down, the seismic institute reported.',
    'People in {4} left their houses and waited in the squares until it grew light. Power failed in some streets for an hour. The coast guard saw no change of the tide, and the bridges were opened again after engineers had looked at them.',
  ),
  obituary: template(
    [
      ['Agnes Dorrick', '91', 'Vennery', 'the Chapel of Saint Orm', '10.30'],
      ['Walter Pellam', '68', 'Quenby', 'Lindow Hall', '14.00'],
    ],
    'The family of {0} of {2} announces with sorrow that {0} died in sleep at the age of {1} after a short illness bravely borne.',
    'Mourners are asked to come to {3} next Wednesday at {4}. In place of wreaths a gift to the lifeboat crew would be welcome, whose men were friends of the house for as long as anyone remembers. Tea will be served afterwards in the parish rooms, and the road will be signed from the station.',
  ),
  horoscope: template(
    [
      [
        'Pay what you owe before noon and the evening is yours.',
        'A letter from abroad turns a plan upside down.',
        'Leave the garden alone and ring your sister.',
        'Someone at work notices more than you think.',
        'Walk home the long way round.',
      ],
      [
        'Old friends bring a bargain that is none, so keep your purse shut.',
        'Sleep first, quarrel afterwards.',
        'Your patience with a neighbour is repaid twice over.',
        'What you lost in spring lies behind the cupboard.',
        'Sing, even if nobody has asked for it.',
      ],
    ],
    'What the stars hold in store for every sign, as read for our readers by Madame Velmora on the pier at Port Hask.',
    'Aries (21 March to 20 April): {0}',
    'Taurus (21 April to 20 May): {1}',
    'Gemini (21 May to 21 June): {2}',
    'Cancer (22 June to 22 July): {3}',
    'Leo (23 July to 23 August): {4}',
    'Madame Velmora reads the stars every weekday; readings by letter cost two crowns and are answered within the week.',
  ),
  tender: template(
    [
      ['3.5', '4-5/8'],
      ['3.5', '4-7/16'],
    ],
    'The central bank offered {0} billion crowns of overnight money to the banks this morning, its spokesman told reporters in the capital.',
    'Traders saw the rate between banks at {1} percent when the offer was made, which adds reserves for a short while only.',
  ),
  wetter: template(
    [
      ['Hollenau', '24', '15', '11', 'Süd'],
      ['Grünbrück', '17', '35', '6', 'Nordwest'],
    ],
    'Die Aussichten für {0}: Am Vormittag hält sich zäher Hochnebel, später zeigt sich die Sonne bei Werten um {1} Grad. Es weht ein Wind aus {4} mit {2} Kilometern in der Stunde.',
    'Nachts sinkt das Thermometer auf {3} Grad, und in den Senken wird es neblig. Wer morgens mit dem Rad unterwegs ist, sollte an Licht und Handschuhe denken. Die Wetterlage stellt sich vorerst nicht um.',
  ),
  天気: template(
    [
      ['みなと市', '二十八', '十九', '二十'],
      ['やまの町', '三十一', '二十二', '四十'],
    ],
    '{0}のあすの空模様をお伝えします。朝のうちは雲が広がりますが、昼すぎには日ざしが戻り、気温は{1}度まで上がるでしょう。夜は{2}度ほどで過ごしやすく、雨の降る割合は{3}パーセントです。',
    '海ぞいでは波がいくらか高く、釣りに出る方は足もとに気をつけてください。洗い物は外に干せますが、夕がたには取りこむのがよさそうです。',
  ),
  股市: template(
    [
      ['3214', '18', '0.6', '4100'],
      ['3187', '27', '0.8', '3900'],
    ],
    '海湾交易所股票指数周五收于{0}点，较前一交易日变动{1}点，幅度为百分之{2}，全天成交{3}亿元。造船和食品类股票走势较强，纸业和航运类股票表现平平，多数投资者继续观望，等待下周公布的外贸数字。',
    '分析人士认为，市场短期内仍将在目前区间内整理，资金面保持宽松，企业订单有所回升，但外部需求尚不明朗，建议投资者注意控制风险，不要追涨杀跌。',
  ),
};
