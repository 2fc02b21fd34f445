package dev.cdm.matching.naming;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/** Legal forms of organisations in many countries, at the end of a folded name or, in some languages, at its start. */
final class LegalForms {

    private static final int LONGEST = 4;

    private static final ImmutableSet<String> ENDS = split(
            "ltd;limited;plc;p l c;llc;l l c;llp;l l p;lp;inc;incorporated"
                    + ";corp;corporation;co;company;cic;pty;pty ltd;pvt;pvt ltd;private limited;pte;sdn bhd;bhd;tbk"
                    + ";gmbh;g m b h;ggmbh;mbh;ag;kg;kgaa;co kg;ohg;gbr;ug;haftungsbeschrankt;ek;e k;ev;e v;eg;e g;se;partg;partg mbb"
                    + ";sa;s a;sas;s a s;sasu;sarl;s a r l;sàrl;eurl;snc;sci;scop;asbl;bv;b v;nv;n v;vof;v o f;bvba;cvba;srl;s r l"
                    + ";spa;s p a;sapa;snc;sas;sl;s l;slu;s l u;sau;s a u;sc;sa de cv;s a de c v;de cv;ltda;lda;eireli;cia;cie"
                    + ";ab;as;a s;asa;ans;oy;oyj;aps;a p s;i s;hf;ehf;kft;zrt;nyrt;bt;doo;d o o;dd;d d;sp z o o;sp zoo;sp k;sp j"
                    + ";sro;s r o;spol s r o;ooo;oao;zao;pao;ojsc;jsc;as sti;ltd sti;sti;anonim sirketi;limited sirketi"
                    + ";kk;k k;kabushiki kaisha;yk;y k;yugen kaisha;gk;g k;godo kaisha;co ltd;pt;株;有;同;資;名;医;学;社;財;福;宗;特非");
    private static final ImmutableSet<String> STARTS = split("pt;ooo;oao;zao;pao;ao;cv;ud;株;有;同;資;名;医;学;社;財;福;宗;特非;주");
    private static final ImmutableSet<String> LINKS = split("and;und;et;y;e;i;og;och;en;ve");
    private static final ImmutableList<String> JOINED = ImmutableList.copyOf(split("特定非營利活動法人;特定非営利活動法人;一般社団法人;公益社団法人"
            + ";一般財団法人;公益財団法人;社会福祉法人;国立大学法人;独立行政法人;医療法人社団;医療法人財団;医療法人;学校法人;宗教法人;社団法人;財団法人"
            + ";株式会社;有限会社;合同会社;合資会社;合名会社;股份有限公司;有限公司;주식회사;유한회사"));

    private LegalForms() {}

    /** Removes legal forms, unless nothing else is left. */
    static void strip(List<String> words) {
        while (words.size() > 1 && (stripEnd(words) || stripStart(words))) {
            continue;
        }
        for (int at = 0; at < words.size(); at++) {
            words.set(at, withoutJoined(words.get(at)));
        }
        if (words.stream().anyMatch(word -> !word.isEmpty())) {
            words.removeIf(String::isEmpty);
        }
    }

    private static boolean stripEnd(List<String> words) {
        for (int length = Math.min(LONGEST, words.size() - 1); length > 0; length--) {
            List<String> end = words.subList(words.size() - length, words.size());
            if (ENDS.contains(String.join(" ", end))) {
                end.clear();
                if (words.size() > 1 && LINKS.contains(words.get(words.size() - 1))) {
                    words.remove(words.size() - 1);
                }
                return true;
            }
        }
        return false;
    }

    private static boolean stripStart(List<String> words) {
        boolean found = STARTS.contains(words.get(0));
        if (found) {
            words.remove(0);
        }
        return found;
    }

    /** Scripts without blanks write the form next to the name. */
    private static String withoutJoined(String word) {
        for (String form : JOINED) {
            if (word.length() > form.length() && word.startsWith(form)) {
                return word.substring(form.length());
            }
            if (word.length() > form.length() && word.endsWith(form)) {
                return word.substring(0, word.length() - form.length());
            }
        }
        return JOINED.contains(word) ? "" : word;
    }

    private static ImmutableSet<String> split(String forms) {
        return ImmutableSet.copyOf(forms.split(";", -1));
    }
}
