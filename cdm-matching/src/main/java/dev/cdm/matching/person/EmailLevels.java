package dev.cdm.matching.person;

import dev.cdm.matching.similarity.EditDistance;
import dev.cdm.matching.similarity.PreparedDistance;
import dev.cdm.matching.similarity.PreparedSimilarity;
import dev.cdm.matching.similarity.StringSimilarity;

/** How alike two e-mail addresses are. One instance belongs to one thread. */
final class EmailLevels {

    static final int EXACT = 1;
    static final int SAME_USER = 2;
    /** At most two edits in the whole address. */
    static final int NEAR = 3;

    static final int NEAR_USER = 4;
    static final int OTHER = 5;
    static final int COUNT = 6;

    private static final double CLOSE = 0.92;
    private static final int SHORTEST = 4;

    private final EmailValues values;
    private final PreparedDistance edits = EditDistance.OPTIMAL_STRING_ALIGNMENT.oneToMany();
    private final PreparedDistance domainEdits = EditDistance.OPTIMAL_STRING_ALIGNMENT.oneToMany();
    private final PreparedSimilarity winkler = StringSimilarity.jaroWinkler().oneToMany();
    /** The users that were prepared last: the next pair often has the same. */
    private int inEdits = Texts.NONE;

    private int inWinkler = Texts.NONE;

    EmailLevels(EmailValues values) {
        this.values = values;
    }

    /** {@return the level; slips are looked for only where the names speak for them} */
    int level(int a, int b, boolean closely) {
        if (a == b) {
            return EXACT;
        }
        int userA = values.user(a);
        int userB = values.user(b);
        if (userA == userB) {
            return SAME_USER;
        }
        Texts users = values.users;
        if (!closely || Math.min(users.length(userA), users.length(userB)) < SHORTEST) {
            return OTHER;
        }
        boolean few = users.mayBeWithin(userA, userB, 2);
        if (!few && !users.mayReach(userA, userB, CLOSE)) {
            return OTHER;
        }
        int distance = few ? distance(users, userA, userB) : 3;
        if (distance <= 2 && distance + domains(values.domain(a), values.domain(b), 2 - distance) <= 2) {
            return NEAR;
        }
        if (distance > 2 && inWinkler != userA) {
            inWinkler = userA;
            winkler.against(users.points(), users.start(userA), users.end(userA));
        }
        return distance <= 2 || winkler.similarity(users.points(), users.start(userB), users.end(userB)) >= CLOSE
                ? NEAR_USER
                : OTHER;
    }

    private int distance(Texts users, int a, int b) {
        if (inEdits != a) {
            inEdits = a;
            edits.against(users.points(), users.start(a), users.end(a));
        }
        return edits.distance(users.points(), users.start(b), users.end(b), 2);
    }

    private int domains(int a, int b, int most) {
        Texts domains = values.domains;
        if (a == b || a == Texts.NONE || b == Texts.NONE) {
            return a == b ? 0 : 1;
        }
        domainEdits.against(domains.points(), domains.start(a), domains.end(a));
        return domainEdits.distance(domains.points(), domains.start(b), domains.end(b), most);
    }
}
