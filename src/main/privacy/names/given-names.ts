const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/**
 * Given names of the clients of an office in Bali, folded, written down by hand; there are more. Only names that are hardly ever a word
 * of the three languages, so that they tell a name in small letters too.
 */
export const givenNames: readonly string[] = list(`
  wayan nyoman ketut kadek komang nengah gede luh gusti ngurah desak cokorda cok dayu jero suastika suarta sudarsana ardana
  agung agus budi budiman joko eko andi rahmat rachmat slamet bambang hendra hendri heri hery herman hermawan iwan irwan ivan dedi dedy deni denny
  dodi doni dony edi edy eddy fajar fahmi faisal fandi ferry feri galih gilang gunawan hadi hafiz hasan husein ilham imam indra irfan jaya johan
  kurniawan lukman mahendra muhammad mohammad mohamad muhamad moch nanang nugroho oka panji prasetyo rizki rizky rizal rudi rudy ruddy rio ricky
  samsul satria setiawan sigit soni sudarmono sugeng suharto sukarno supri supriyadi suryadi susilo sutrisno syaiful taufik teguh tono tri tommy toni
  wahyu wahyudi wawan widodo wisnu yanto yanuar yoga yogi yohanes yosef yudha yudi yusuf zainal zulkifli arif arief aris asep anton antonius bayu benny
  bima bobby candra cahyo darma darmawan dharma dimas dian dewa adit aditya adi ahmad achmad akbar albertus aldi aldo alif alvin ananda angga anggi ardi
  ardiansyah ari arya arjuna arka bagas bastian christian daniel danu darius fransiskus gerry hengki hendrik jefri jemmy krisna leo made-wira marcel
  rina rini rani ratna ratih retno ririn rosita rosmala siti sri sulastri sumiati sumarni suartini suryani susanti susi susilawati tuti titin tika
  tiara ulfa umi utami wati widya wulan wulandari yanti yani yuli yulia yuliana yulianti yuni yunita zahra ayu aisyah ani anita anisa annisa arum
  astuti ayuni citra dewi desi desy dina dinda dita diah dyah eka ela elly endah endang eny erna evi fatimah fitri fitria fitriani galuh hani hesti
  ika ina indri intan ira irma ita juwita kartika kartini kiki lestari lia lilis lina linda lisa lulu maya mega meilani mira murni mutia nadia nanda
  nia nining nita novi novita nur nuraini nurul okta pertiwi puji puspita putri rahayu rahma rahmi ria riana rika sekar septi shinta sinta silvi sofia
  suci sumini surti tari tini triana trisna vina vivi wiwik fransiska maria monika natalia agnes angela bernadet elisabet
  giulia giuliana giuliano giulio marco mario luca francesca francesco giuseppe giuseppina giovanni giovanna matteo andrea alessandro alessandra
  alessia alessio chiara sara elena paolo paola anna annamaria antonio antonella antonietta angelo angela barbara beatrice benedetta bruno carla
  carlo carmela carmelo carlotta caterina cecilia cesare cinzia claudia claudio corrado cristian cristiano cristina cristiana damiano daniela daniele
  danilo davide debora deborah diego dino domenico donatella donato edoardo elisa elisabetta emanuela emanuele emilia emiliano emilio enrico enrica
  enzo ernesto eros ettore eugenio eva fabiana fabiano fabio fabrizia fabrizio federica federico ferdinando filippo fiorella flavia flavio
  gabriele gabriella gaetano gaia gennaro gerardo giacomo giada gianfranco gianluca gianluigi gianmarco gianni gianpaolo giancarlo gilberto gina
  ginevra gino giorgia giorgio giovannino graziella graziano gregorio guglielmo ilaria ines irene isabella ivano ivana jacopo katia lara laura lavinia
  leonardo letizia licia liliana livia livio lorenza lorenzo loredana loretta luana lucia luciana luciano lucrezia ludovica ludovico luigi luigia luisa
  maddalena manuel manuela mara marcella marcello margherita mariangela marianna mariella marilena marisa maristella martina martino massimiliano
  massimo matilde maura maurizio mauro melissa michela michele mirella miriam mirko monica nadia nicola nicoletta nicolo nino noemi nunzia nunzio
  ornella oscar osvaldo pamela pasquale patrizia patrizio piera piero pierluigi pierpaolo pietro pina pino raffaele raffaella raimondo renata renato
  riccardo rita roberta roberto rocco romano romina rosanna rosalia rosaria rosario rossana rossella ruggero sabina sabrina salvatore samuele samanta sandra
  sandro savino sebastiano serena sergio silvana silvano silvia silvio simona simone simonetta sofia sonia stefania stefano susanna tamara tatiana
  teresa tiziana tiziano tommaso tonino ugo umberto valentina valentino valeria valerio vanessa veronica vincenza vincenzo virginia vittoria vittorio
  walter ylenia arianna aurora azzurra camilla costanza desiree diletta ester fiamma greta gloria jessica ludo michi peppe beppe gigi
  john emily sarah michael david james robert peter susan linda tom kate andrew anthony andy ashley barry ben benjamin bernard bob brad bradley brandon
  brenda brett brian bruce callum cameron carol caroline catherine charles charlie charlotte chris christina christine christopher claire clare clive colin
  connor craig cynthia dan danielle darren dave deborah debbie denise dennis derek diana donald donna doug douglas duncan dylan edward eddie edwin eileen
  elaine eleanor elizabeth ella ellen emma eric erin ethan evan evelyn fiona frances francis fraser fred frederick gareth gary gavin geoff geoffrey george
  gerald gillian gordon graham greg gregory hannah harriet harrison harvey hazel heather helen henry howard hugh hugo ian imogen isabel isabelle isla jack
  jackie jacob jacqueline jade jake jane janet janice jason jayne jean jeff jeffrey jenna jennifer jenny jeremy jerry jess jim jimmy joan joanna joanne joe
  joel jonathan jordan joseph josephine josh joshua joyce judith judy julia julian julie justin karen kate katherine kathleen kathryn kathy katie kay keith
  kelly ken kenneth kerry kevin kim kirsty kristen kyle lauren laurie lawrence leah lee leigh leslie lewis liam lily lindsay lisa liz logan lorraine louis
  louise lucas lucy luke lynn maggie malcolm marcus margaret marie marilyn marion marjorie mark martha martin mary matt matthew maureen max megan melanie
  melinda michelle mike miles mitch molly morgan naomi natalie natasha nathan neil nicholas nick nicole nigel nina noah norman oliver olivia owen pam
  patricia patrick paul pauline phil philip phillip phoebe rachel ralph raymond rebecca rhys richard ricky rob robin rodney roger ronald rory rosemary ross
  roy russell ruth ryan sally sam samantha samuel sandra scott sean sebastian shane shannon sharon shaun sheila shirley simon sophia sophie stacey stan
  stanley stephanie stephen steve steven stewart stuart sue suzanne sylvia tanya tara terry theo theodore theresa thomas tiffany tim timothy tina todd toby
  tony tracey tracy trevor tyler valerie vicki vicky victor victoria vincent wayne wendy wesley william xavier yvonne zach zachary zoe siobhan niamh
  aoife ciara declan eoin saoirse padraig
  hans klaus jurgen wolfgang dieter heinz helga ingrid ulrike sabine stefan matthias jan jens lars sven anders erik bjorn astrid freja soren niels
  pierre jacques philippe benoit etienne francois guillaume camille amelie celine chloe sylvie thierry yves marc antoine mathieu julien
  olga svetlana irina natalya ekaterina anastasia oksana oleksandr oleg sergei sergey dmitri dmitry vladimir mikhail alexei aleksei yuri igor
  boris andrei katya masha nastya tatyana ludmila yulia artem maksim denis ruslan
  jose juan carlos miguel pedro pablo alejandro diego javier fernando ricardo rafael sofia lucia isabella ana joao paulo
  pieter willem joost maarten sanne femke anouk bram daan jeroen marieke
  gualtiero renzo brando nives oriana ofelia amedeo ottavio evaristo cosimo assunta ilenia oxana nadir fulvio fulvia furio galeazzo gaspare ermanno ermes
  ezio elio elia ennio ettorina iole iolanda ivonne jonathan lamberto leandro leopoldo lidia loris luciana lucilla manlio marika melania mirco morena
  moreno nazario nevio nives olimpia onofrio orazio orietta palmira pierangelo pierfrancesco priscilla quirino raimonda remo renzo romeo romolo
  rodolfo rosetta santina saverio severino silvestro tancredi teodoro tosca tullio ubaldo urbano valter vania virgilio vito viviana wanda zeno agata
  agnese alba adele adriana adriano alberta alberto alda aldo alfio alfredo alice alina amalia ambrogio amerigo anita antonino arturo attilio augusto
  aurelio azzurra benito biagio bianca brigida brunella bruna calogero camillo carmine cesira clara clelia clemente cleopatra concetta consuelo corinna
  dafne dalila damaris daria dario davide delia demetrio denis desideria domitilla doriana doriano edda edgardo edmondo edvige egidio elda eleonora
  elettra eliana eligio elvira emma enea erica erika ermelinda ernesta esmeralda eugenia eusebio evelina fausta fausto fedele fermo fernanda fiorenza
  fiorenzo floriana floriano fosca gabriela galileo gastone geltrude gemma genny geraldina germana germano gerolamo giacinta giacinto gianna giannina
  giordana giosue girolamo gisella giuditta giusi giusy goffredo grazietta guendalina guerrino iacopo ida igino ignazio imma immacolata innocenzo
  ippolito isacco italo iva jole ladislao lanfranco lara lella leda lelio lena leonora leonida leone lilla lino lisetta livio luce luchino luigina
  maicol marcellina marcantonio mafalda marianna maristella marisol matilda medardo melchiorre milo milena mimmo miranda miro nanni narciso natale nella
  nello neri nestore nicandro nilde nora norberto norma odette olga oliviero omero onorina oreste orsola otello ottavia ottone palma pancrazio
  paride pasqualina patrick pellegrino petra pia placido poldo pompeo porzia prospero raul regina renzo rina rinaldo romilda rosalba rosalinda rosella
  rossano ruben rufino sabino samuela santi sara savina secondo selene serafina serafino sibilla simonetta sirio spartaco stella sveva tarcisio tea
  tecla telemaco tilde tina tindara tito titti tobia toni tranquillo ulisse ursula valdo valente vasco venanzio vera vilma vincenza viola violetta
  vitaliano vito vitto vittorino viviano yara yuri zaccaria zara zita
  tyas yovita yohana keisha kezia kevin yosua yakobus petrus paulus matius markus lukas simon stefanus antonia bernadeta yuliana veronika theresia
  gregorius ignatius dominikus martinus agustinus hieronimus kornelius melkior rafael silvester emanuel frans fransiscus xaverius goreti margaretha
  magdalena elisabeth katarina kristina sinta nyai asih sukerti suwirya sudira suwarni sukarti rasmini rundu sarmi tukiyem parno paijo suparno supomo
  sutarno subagio sukamto kusnadi mulyadi mulyono purnomo purwanto hartono hartini haryanto hariyanto heriyanto irianto isnaini iskandar jumadi kasim
  karim latif lukmanul maulana miftah mukhlis munir nasrul nizar ramdan ramadhan ridwan rohman rosyid sahrul saiful salman sapto sarwono septian
  sofyan subhan sudirman sugiarto sugiyono suhendra sujarwo sulaiman sumarno supardi suprapto surono suroso suryanto sutejo suwandi suyanto tarmizi
  untung usman viktor wahid warsito wibowo widi winarno wiranto yudhistira zaki zulfikar alya amira aulia azka azzahra bella celine chika cindy clarissa
  dwina erlina febri febrianti felicia fiona fransisca ghina hana hanifah ines inggrit jihan julianti karina kezia khadijah laila larasati
  latifah livia lusiana mariani marlina melinda melisa mira monica nadya nabila nabilah naura nesya olivia patricia priska putriani ranti rara regina
  renata revina rosmiati sabrina salma salsabila sarah sella shafa sherly sheila silvia sonya stefani syifa tasya tania vania vera viola wahyuni winda
  yasmine yessi yolanda yosi zaskia
  jonas lena lukas leon finn felix moritz philipp florian tobias markus andreas thorsten torsten uwe gunter gunther horst karl kurt manfred rainer
  rolf ralf siegfried ulrich volker werner annelise anneliese annika antje birgit brigitte christa elke franziska friederike gabi gisela hannelore heidi
  hildegard ilse jutta karin katrin kirsten lieselotte maren margit marlene monika petra renate rosemarie silke susanne tanja ursula ute yvonne
  solene baptiste thibault margaux manon oceane clemence aurelie delphine veronique frederic christophe stephane laurent pascal olivier fabrice gaelle
  noemie lucie mathilde elodie maxime romain quentin valentin xavier yannick arnaud bertrand cedric didier gilles herve jerome ludovic mickael regis
  bogdan radu mihai andrei ioana elena cristina alin florin gheorghe ion iulian marius nicolae razvan sorin vlad zoltan laszlo istvan janos ferenc
  agnieszka malgorzata katarzyna piotr pawel krzysztof andrzej tomasz marcin jakub zofia wojciech stanislaw zbigniew jiri pavel petr tomas lucie milan
  dragan zoran goran jelena milos nikola ivana marko luka bojan dusan oxana alyona alena galina lyudmila nadezhda polina raisa tamara valentina vera
  viktoria zhanna anton arkady evgeny evgeniy fyodor gennady georgy grigory ilya kirill konstantin leonid maxim nikita nikolai pavel roman stanislav
  timur vadim valery vasily viktor vitaly vyacheslav yaroslav
  priyanka arjun aditi aarav ananya aniket anil anita arun ashok bhavna chetan deepika devi dinesh divya gaurav geeta harish ishaan kavita kiran kunal
  lakshmi mahesh manish meera mukesh nikhil nisha pooja pradeep prakash rajesh rakesh ramesh rekha ritu rohan rohit sameer sandeep sanjeev sarita shreya
  shweta siddharth sneha suresh swati tanvi usha vijay vikram vinod vivek
  oluwaseun oluchi adebayo adeola chidi chinedu chioma emeka funmi ifeoma kwame kofi amara ama akosua ngozi nneka obinna olumide segun tunde uche yaw
  zanele thabo sipho thandiwe tendai wanjiru kamau njoroge akinyi
  abdul abdullah abu adnan amina amir anwar aziz bilal farid farida farah habib hamid hamza hasna huda hussein imran ismail jamal karima khadija leila
  mahmoud malik mariam maryam mehmet mustafa nasser noor rami rashid reza saad said salim samir samira selim tariq wahid yousef youssef zainab zeynep
  emre ayse fatma elif deniz
  agustin alonso beatriz carmen consuelo cristobal dolores emilio esteban ezequiel facundo federico felipe gonzalo guadalupe guillermo gustavo
  ignacio javiera joaquin jorge josefina luis lupe manuel marisol mateo mauricio mercedes nicolas octavio paloma pilar ramon raul rocio rodrigo
  santiago soledad tomas vicente ximena xiomara yolanda afonso duarte tiago goncalo ines joana leonor luisa mafalda margarida nuno rui vasco
  hyun jiwoo minjun seoyeon sooyoung hye kyung nguyen thi linh trang minh tuan hoang dung thanh phuong somchai siriporn
  haruka hiroko kaori keiko kenta kenichi makoto mariko masako michiko misaki nobuyuki noriko rei ryo satomi shinji shota takeshi tetsuya tomoko yoko yosuke
  yumi tamsin bec beckett kai jax zane tyson darcy lachlan angus hamish callan jarrod brody kylie sheree leanne narelle raelene shazza gemma imogen poppy
  freya beatrix rosalind gwen gwyneth rhiannon bronwyn angharad owain gethin huw ioan alasdair ewan iain mairi morag catriona eilidh isobel
  hiroshi takashi kenji yuki yuko satoshi akira haruto sakura naoko wei ming xin jing hui mei ling chen li wang kumar raj priya anjali amit rahul sanjay
  deepak ravi sunita neha omar ahmed mohammed fatima layla khalid yasmin hassan ali ibrahim aisha
`);

/**
 * Given names that are words too, in one of the three languages, or places. They need a capital letter inside a sentence, a title, or
 * another name beside them.
 */
export const wordNames: readonly string[] = list(`
  made putu gus ida surya bulan bunga indah cinta bagus sari mawar melati melia cahaya angin embun bintang kencana permata tirta dharma merta
  rosa viola bianca franco guido santo domenica asia alba luce gioia vera norma marina stella gemma italia fiore serena celeste bella pia
  grazia felice fortunato libero primo marzia mattia massima dora perla ambra rosita rocco marino olmo luna sole
  will mark grace hope joy faith angel may april june summer autumn rose violet daisy ivy ruby amber crystal rich bill pat frank art dean grant
  chase hunter mason cooper carter lane reed drew skip jewel pearl dawn eve penny sunny christian jordan chelsea paris sydney georgia dakota
  brooklyn austin dallas logan florence victoria virginia max lee sam ray jay gene don drew chance earnest miles pierce sandy kay
  tri dua eka dwi catur suci murni wati dewi dewa jaya puji ratu raja hadi tari sekar galuh intan mega citra eka ria ari adi maya nur imam umi ina
  ita ika ira ela ani nia lulu kiki lina lia nita dina desi fajar fitri lestari satria indra bayu wahyu rahayu utami pertiwi wulan arum putri
  mara mira tara tina gina pina nina rita eva leo rio dian ana li wei hui ming chen wang jing xin ling ali lara anders jean jan marc
  tom dan ben ken kim rob sue stan art andi bob joe jim eko oka yani luh gloria aurora vittoria barbara costanza letizia gaia fiamma diletta
  azzurra azul cesare romano angelo carlo bruno oscar martino rosario nunzia donato valentino valentina indri paolo natalia harvey hazel heather
  jade lily holly robin rory ross roy wayne marion norman massimo yoga gede dino dita gusti chiara tim teguh tono ferry rahmat rachmat ilham
  setiawan slamet agung bima amato modesto max sean liz ferri marcel darma candra martino gian anders rod alma
  elia elio luce leone lino lilla palma secondo santi stella tea toni tranquillo regina viola vera norma nella nello neri natale petra placido pellegrino prospero fermo fedele clemente clara alba alice bianca gemma ida italo lella leda olga ottone romeo raul vasco zara ion luka milan viktor rara untung wahid maulana karim aulia rei kai ama anh dung thi hye said malik noor huda farid habib pilar carmen dolores soledad mercedes paloma florin roman vera marius lena luis minh devi nisha usha kiran uche poppy darcy angus sirio savina selene serafino italo felix finn leon yaw segun brigida fosca urbano valente miro iva milo mimmo lelio oreste otello omero rina sabino santina tito ulisse vito nora wanda nanni febri rami reza hana ines karl immacolata sella saraswati fiorenza tosca bella innocenzo narciso
`);

/** Names of families of many clients, folded. Some are words: they tell a name only beside another one or in capitals inside a sentence. */
export const familyNames: readonly string[] = list(`
  rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti deluca costa giordano mancini rizzo lombardi moretti barbieri
  fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile martinelli vitale lombardo serra coppola desantis marchetti parisi villa
  conte ferraro ferri fabbri bianco marini grasso valentini messina sala deangelis gatti pellegrini palumbo sanna farina rizzi monti cattaneo morelli
  amato silvestri mazza testa grassi pellegrino carbone giuliani benedetti barone rossetti caputo montanari guerra palmieri bernardi martino fiore
  ferretti bellini basile riva donati piras vitali battaglia sartori neri costantini milani pagano ruggiero sorrentino damico orlando negri mantovani
  gunawan santoso wijaya setiawan kusuma hidayat saputra pratama nugroho siregar nasution simanjuntak sitompul hutapea panjaitan manurung sinaga
  suardana sudarsana sudiarta suartana sukerta suweta wirawan wiguna adnyana arimbawa ariawan artawan astawa budiarta darmayanti dharmawan mahayana
  mahardika parwata pradnyana sanjaya santika sastrawan suarsana suastika sudana sudarma suparta suryawan sutama wardana widiana widiantara wijana yasa
  smith jones williams taylor davies evans wilson thomas roberts johnson walker wright robinson thompson hughes edwards hall jackson clarke
  harris lewis martin scott turner cooper morris ward watson morgan anderson campbell mitchell phillips stewart murphy kelly ryan obrien osullivan
  muller schmidt schneider fischer weber meyer wagner becker hoffmann dubois durand leroy moreau lefevre petrov ivanov kovalenko jansen devries bakker
  garcia martinez rodriguez lopez hernandez gonzalez perez silva santos oliveira
`);
