package freshlegs.streams.season;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All recordings of one run: the one that is kept for analysis, and its alternatives. */
record CopyGroup(Entrant leader, List<Entrant> alternatives) {
    /**
     * In the order of {@link Entrant#LEADING} each joins the first group whose leader it is a copy of, else it leads one of its
     * own. What is split stays alone. The answer depends on who takes part, not on the order in which they are given.
     */
    static List<CopyGroup> of(Collection<Entrant> entrants) {
        List<CopyGroup> groups = new ArrayList<>();
        List<CopyGroup> open = new ArrayList<>();
        entrants.stream().sorted(Entrant.LEADING).forEach(entrant -> {
            if (entrant.isSplit()) {
                groups.add(new CopyGroup(entrant, List.of()));
                return;
            }
            for (CopyGroup group : open) {
                if (entrant.isCopyOf(group.leader)) {
                    group.alternatives.add(entrant);
                    return;
                }
            }
            CopyGroup own = new CopyGroup(entrant, new ArrayList<>());
            groups.add(own);
            open.add(own);
        });
        return groups;
    }

    String name() {
        return leader.candidate().factId();
    }

    int size() {
        return 1 + alternatives.size();
    }
}
