package dev.cdm.matching.naming;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** How legal forms are written, folded: at the end of a name, at its start, next to it without a blank. */
final class LegalFormNames {

    static final ImmutableSet<String> ENDS = split("ltd;limited;plc;p l c;llc;l l c;llp;l l p;lp;inc;incorporated"
            + ";corp;corporation;co;company;cic;pty;pty ltd;pvt;pvt ltd;private limited;pte;sdn bhd;bhd;tbk"
            + ";gmbh;g m b h;ggmbh;mbh;ag;kg;kgaa;co kg;ohg;gbr;ug;haftungsbeschrankt;ek;e k;ev;e v;eg;e g;se;partg;partg mbb"
            + ";sa;s a;sas;s a s;sasu;sarl;s a r l;sàrl;eurl;snc;sci;scop;asbl;bv;b v;nv;n v;vof;v o f;bvba;cvba;srl;s r l"
            + ";spa;s p a;sapa;snc;sas;sl;s l;slu;s l u;sau;s a u;sc;sa de cv;s a de c v;de cv;ltda;lda;eireli;cia;cie"
            + ";ab;as;a s;asa;ans;oy;oyj;aps;a p s;i s;hf;ehf;kft;zrt;nyrt;bt;doo;d o o;dd;d d;sp z o o;sp zoo;sp k;sp j"
            + ";sro;s r o;spol s r o;ooo;oao;zao;pao;ojsc;jsc;as sti;ltd sti;sti;anonim sirketi;limited sirketi"
            + ";kk;k k;kabushiki kaisha;yk;y k;yugen kaisha;gk;g k;godo kaisha;co ltd;pt;株;有;同;資;名;医;学;社;財;福;宗;特非");
    static final ImmutableSet<String> STARTS = split("pt;ooo;oao;zao;pao;ao;cv;ud;株;有;同;資;名;医;学;社;財;福;宗;特非;주");
    static final ImmutableSet<String> LINKS = split("and;und;et;y;e;i;og;och;en;ve");
    static final ImmutableList<String> JOINED = ImmutableList.copyOf(split("特定非營利活動法人;特定非営利活動法人;一般社団法人;公益社団法人"
            + ";一般財団法人;公益財団法人;社会福祉法人;国立大学法人;独立行政法人;医療法人社団;医療法人財団;医療法人;学校法人;宗教法人;社団法人;財団法人"
            + ";株式会社;有限会社;合同会社;合資会社;合名会社;股份有限公司;有限公司;주식회사;유한회사"));

    private LegalFormNames() {}

    private static ImmutableSet<String> split(String forms) {
        return ImmutableSet.copyOf(forms.split(";", -1));
    }
}
