import { ar, en, fr, personally, pt, type PostText } from './text.ts';

/** The long thread, first half: what happens when fees go and the money comes late. */
export const userFeesBegins: PostText[] = [
  fr(
    'ministry.sn',
    `Nous avons supprimé le paiement direct pour les enfants de moins de cinq ans et pour les accouchements dans deux régions. Les consultations ont augmenté d'un tiers en un trimestre, ce que nous voulions. Mais le remboursement des postes de santé arrive en moyenne **cinq mois** après la facture.

Pendant ces cinq mois, le poste achète ses médicaments avec ce qui lui reste : il n'a plus de recettes. Trois postes sur dix ont eu une rupture d'antipaludiques au quatrième mois.

Ma question aux quatre autres pays : **qui paie la structure, et quand ?** Je préfère un dispositif imparfait qui paie à temps à un dispositif exact qui paie en retard.`
  ),
  fr(
    'koffi.nguessan',
    `Même constat chez nous il y a trois ans. Ce qui a débloqué la situation n'est pas plus d'argent mais **un autre moment** : nous versons 60 % d'avance au début du trimestre, calculés sur l'activité du trimestre précédent, et le solde après vérification.

Le Trésor a accepté parce que l'avance est plafonnée et qu'elle se régularise toute seule au versement suivant.`
  ),
  en(
    'ivone.tavares',
    `A small country's note: we pay by population, not by act. Each health centre receives a quarterly amount per registered resident, adjusted for age and for distance to the island's hospital. There is no invoice to verify, so nothing to wait for.

The price is that a centre which treats more people than expected is out of pocket until the year's end. With nine islands we can correct by telephone. I do not know that it would work with two thousand posts.`
  ),
  fr(
    'fatoumata.traore',
    `Au Mali, les associations de santé communautaires achètent elles-mêmes leurs médicaments sur les recettes. Quand la recette disparaît, c'est l'association qui disparaît, pas seulement le stock. Nous avons appris cela à nos dépens : sur 40 associations suivies, 11 ne tenaient plus d'assemblée générale un an après.

Donc avant de parler de remboursement : **qui décide de l'usage de l'argent ?** Si c'est le district, la communauté s'en va.`
  ),
  pt(
    'armando.sanca',
    `Na Guiné-Bissau a gratuidade para as crianças e as grávidas foi paga durante anos por um projeto. Quando o projeto acabou, os centros voltaram a cobrar em duas semanas, muitas vezes sem dizer nada.

A minha pergunta é um pouco diferente da da Mariama: como se passa de um pagamento feito por parceiros a um pagamento do Estado **sem um mês de intervalo**? Foi nesse mês que perdemos a confiança das pessoas.`
  ),
  en(
    'secretariat',
    `Thank you all. So that we can compare, may I suggest that each of you says three things: what is paid (act, person, or budget), when it is paid (before or after the service), and who may spend it. I will keep a table and post it here.`
  ),
  fr(
    'ministry.sn',
    `> what is paid (act, person, or budget), when it is paid (before or after the service), and who may spend it

Sénégal : à l'acte, **après**, et le comité de développement sanitaire dépense. C'est le deuxième point qui nous fait mal.`
  ),
  fr(
    'koffi.nguessan',
    `Côte d'Ivoire : à l'acte avec un plafond par trimestre, **60 % avant et 40 % après**, et le gestionnaire de l'établissement dépense sur un plan signé par le comité de gestion.`
  ),
  en(
    'ivone.tavares',
    `Cabo Verde: per person, **before**, and the head of the centre spends against four headings. She may move a tenth between headings without asking.`
  ),
  fr(
    'fatoumata.traore',
    `Mali : à l'acte pour la césarienne et le paludisme, **après** ; le reste est encore payé par l'usager. L'association dépense pour la part communautaire, la mairie pour la part transférée. En pratique la part transférée arrive une fois par an.`
  ),
  pt(
    'armando.sanca',
    `Guiné-Bissau: por pacote de serviços, **depois**, e gasta a direção regional. Os centros quase não têm conta bancária; isto também é parte da resposta.`
  ),
  en(
    'secretariat',
    `| | what | when | who spends |
|---|---|---|---|
| Senegal | act | after, about 5 months | health committee |
| Côte d'Ivoire | act, capped | 60 % before, 40 % after | facility, on a signed plan |
| Mali | act, some services | after, yearly for the municipal part | association and municipality |
| Guinea-Bissau | package | after | regional directorate |
| Cabo Verde | person | before | head of the centre |

Two of five pay anything before the service. Has anyone measured the delay itself, in days, by step?`
  ),
  fr(
    'ousmane.fall',
    `Oui, dans mon district, à la main, sur 214 factures :

- préparation au poste : 12 jours ;
- contrôle au district : 9 jours ;
- attente de la réunion régionale : **41 jours** ;
- ordonnancement : 18 jours ;
- Trésor : 63 jours ;
- virement jusqu'au compte : 7 jours.

Nous avions tous accusé le Trésor. La réunion régionale coûte presque autant, et elle ne dépend que de nous : elle attendait que **toutes** les factures de la région soient là.`
  ),
  fr(
    'ministry.sn',
    `Ousmane, ces chiffres n'étaient jamais remontés jusqu'à moi. Nous supprimons la réunion dès le mois prochain : chaque district transmet ses factures quand elles sont prêtes. Gain attendu, 40 jours, sans un franc.`
  ),
  fr(
    'amadou.keita',
    `Je suis comptable public, permettez-moi de défendre le Trésor. Les 63 jours ne sont pas de la lenteur : c'est la **régulation**. En fin de trimestre on paie d'abord les salaires, puis la dette, puis le reste. Une dépense de santé inscrite en « transferts » passe dans le reste.

Demandez que la ligne soit classée comme dépense sociale protégée dans la loi de finances. Cela s'écrit en une phrase et se négocie une fois par an, en juillet.`
  ),
  en(
    'expert',
    `Speaking for myself. Amadou's point is the one that evaluations usually miss: they study the purchaser and forget the cash plan. In the settings that I know, three things together predict late payment better than the size of the budget: the line is not protected, the first quarter's cash release is below a fifth of the year, and invoices are bundled.

Mariama has just removed the third. The second can be seen in the monthly cash plan, which is often public.`
  ),
  fr(
    'koffi.nguessan',
    `> Demandez que la ligne soit classée comme dépense sociale protégée

C'est ce que nous avons fait. Attention à un effet : dès qu'une ligne est protégée, d'autres programmes veulent y entrer. En deux ans la nôtre est passée de une à sept destinations, et l'avance aux établissements n'en représente plus que la moitié.`
  ),
  en(
    'adjoa.mensah',
    `From the regional side: we compared nine schemes last year. Where the facility sees its own balance, even on a sheet of paper pinned to the door each month, informal charges came back later and less. It is not a payment reform at all, and yet it did more than two of the payment reforms we looked at.`
  ),
  fr(
    'aissatou.ba',
    `Je parle pour les agents de santé communautaires. La gratuité a doublé les visites à domicile que l'on nous demande, parce que la mère vient plus tôt et qu'il faut la suivre. Personne n'a prévu **notre** compensation dans le remboursement : il est calculé sur l'acte du poste.

Résultat : dans la zone où la gratuité marche le mieux, nous avons perdu le plus d'agents.`
  ),
  fr(
    'ministry.sn',
    `Aïssatou, c'est un reproche juste. Le tarif a été calculé en 2019 sur les charges du poste seul. Pouvez-vous nous donner le nombre de visites par mois avant et après, même pour quelques villages ?`
  ),
  fr(
    'aissatou.ba',
    `Pour 18 villages : 31 visites par agent et par mois avant, 67 après. Indemnité identique. Sur 36 agents, 9 ont arrêté en dix mois. Les cahiers sont disponibles, je peux les photographier.`
  ),
  en(
    'henrik.dahl',
    `For the partners in the pooled fund: we would rather finance a **float** than reimburse claims. A one-off amount of about four months of expected claims, held in a ring-fenced account, from which facilities are paid within fifteen days; the state then repays the float at its own rhythm. It costs the fund nothing but the interest, and the state keeps the responsibility.

It fails if the float is quietly used for something else, so we would want its balance to be public.`
  ),
  pt(
    'armando.sanca',
    `Um fundo de maneio assim teria evitado o nosso mês de intervalo. Mas quem assina? No nosso caso três assinaturas em três cidades, e o barco só sai duas vezes por semana.`
  ),
  en(
    'ivone.tavares',
    `Armando, we had the same problem between islands and moved to two signatures, one of which may be given by the regional pharmacist. An odd choice, but she is the only person in each place who already keeps accounts that are audited every quarter.`
  ),
  ar(
    'yusuf.idris',
    `أكتب من تجربة في مناطق متضررة من النزاع. عندما أُلغيت الرسوم هناك دفع الشركاء للمرافق مباشرةً كل شهر، فتحسّن التوفر سريعاً، ثم توقّف كل شيء عند أول تأخير في التمويل.

الدرس الذي خرجنا به: **الدفع المنتظم أهم من الدفع الكبير**. المرفق الذي يتلقى مبلغاً صغيراً في يوم معلوم يخطط ويشتري الدواء، أما الذي ينتظر مبلغاً كبيراً غير معلوم الموعد فيعود إلى تحصيل الرسوم من المرضى.`
  ),
  personally(
    en(
      'esther.zulu',
      `In a personal capacity, since my university has no view on this: please be careful with "consultations rose by a third". In two districts where I supervised students, half of the rise was mothers who came earlier in the same illness, which is good, and a sixth was the same child registered twice because the register asks for a new number each month. The payment follows the register.`
    )
  )
];
