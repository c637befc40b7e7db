/**
 * First names that are common in France, folded: a surname may be a word of the vocabulary ("Boulanger", "Marchand"), and
 * its first name gives it away. Those that are words of work or places too ("Claude", "Florence", "Rose") are left to the
 * other rules.
 */
export const firstNames: ReadonlySet<string> = new Set(
  (
    'adam adele adeline adrien agathe agnes ahmed aicha alain alan albert alex alexandra alexandre alexia alexis ali alice ' +
    'alicia aline alix amandine ambre amelie amina amine anais andre andrea anita anna anne annick annie anthony antoine ' +
    'antonin arnaud arthur assia astrid aude audrey augustin aurelie aurelien aurore axel axelle baptiste barbara bastien ' +
    'beatrice benedicte benjamin benoit bernadette bernard bertrand blandine boris brahim brice brigitte bruno camille ' +
    'carine carla carole caroline catherine cecile cedric celia celine chantal charles charlotte chloe christelle christian ' +
    'christiane christine christophe clara clarisse clemence clement clementine cloe clotilde colette coralie corentin ' +
    'corinne cyril cyrille damien daniel daniele danielle david deborah delphine denis denise diane didier dominique ' +
    'dorian dorothee dylan edouard edwige elena eleonore elia elias eliane elie eline elisa elisabeth elise ella elodie ' +
    'eloise elsa emeline emile emilie emma emmanuel emmanuelle enzo eric erwan estelle esther ethan etienne eugenie eva ' +
    'evelyne fabien fabienne fabrice fanny fatiha fatima fatou fatoumata felix fernand flavie flavien florent florian ' +
    'francine francis francois francoise franck frederic frederique gabin gabriel gabrielle gael gaelle gaetan gaspard ' +
    'genevieve geoffrey georges gerald geraldine gerard germain ghislaine gilbert gilles gregory guillaume gustave guy ' +
    'gwenaelle hakim hamza helene henri herve hortense hugo hugues ibrahim ilona ines ingrid irene iris isabelle ismael ' +
    'jacqueline jacques jade jamal james jean jeanne jennifer jeremie jeremy jerome jessica joel joelle johan johanna ' +
    'john jonathan jordan jose joseph josephine josette josiane julia julie julien juliette justin justine karim karima ' +
    'karine katia kenza kevin khadija khaled laetitia lamine lara laura laure laurence laurent laurie lea leila lena leo ' +
    'leon leonie lili liliane lilou lina linda line lionel lise lison loic lola louane louis louise luca lucas lucie ' +
    'lucien lucile ludivine ludovic luna lydia lydie mael maeva magali malik mamadou manon marc marcel marcelle margaux ' +
    'margot marguerite maria mariam mariama marianne marie marielle marina marine marion marius marjorie marlene martin ' +
    'martine maryline maryse mateo mathias mathieu mathilde mathis matteo matthieu maud maurice max maxence maxime mehdi ' +
    'melanie melina melissa michael michel michele micheline mickael mireille mohamed mohammed monique morgane mourad ' +
    'moussa muriel myriam nabil nadege nadia nadine nael nassim natacha nathalie nathan nathanael nicolas nicole nina ' +
    'noa noah noe noelle noemie nora nordine olivia olivier oceane odile omar oscar oumar ousmane pascale patrice ' +
    'patricia patrick paul paula paulette pauline philippe pierre prescillia quentin rachel rachid raphael raphaelle ' +
    'raymond regine regis remi remy renaud rene renee richard robin rodolphe rodrigue roger roland romain romane rosalie ' +
    'roxane sabine sabrina sacha said salim salma salome samantha samia samira samuel samy sandra sandrine sara sarah ' +
    'sebastien selma serge severine simon simone sofia solene solenne sonia sophia sophie soraya stella stephane ' +
    'stephanie steven suzanne sylvain sylvie tanguy tania tatiana teddy theo theodore theophile therese thibault thibaut ' +
    'thierry thomas timeo timothee tom tony tristan valentin valentine valerie vanessa veronique victor victoire victoria ' +
    'vincent virginie viviane walid william willy xavier yacine yanis yann yannick yasmine yasmina yohan yolande youssef ' +
    'yvan yves yvette yvonne zineb zoe'
  ).split(' '),
);
