package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.FactRef;
import freshlegs.model.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * How every recording stands among the copies of its run, and whether a reading counts. It is brought up to date before days
 * are folded; what does not count is moved apart from all days, so that it is as if it had not come.
 */
final class Standings {
    private static final int A_TURN = 500;

    /** Moving what was taken back out of its days costs more than finding that a recording is alone. */
    private static final int DECIDED_A_TURN = 100;

    private final Facts facts;
    private final Calendar calendar;
    private final Copies copies;
    private final Deliveries deliveries;
    private final Decisions decisions;
    private final Retractions retractions;
    private final Agenda agenda;
    private final Shelf shelf;

    Standings(
            Facts facts,
            Calendar calendar,
            Copies copies,
            Deliveries deliveries,
            Decisions decisions,
            Retractions retractions,
            Agenda agenda,
            Shelf shelf) {
        this.facts = facts;
        this.calendar = calendar;
        this.copies = copies;
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.retractions = retractions;
        this.agenda = agenda;
        this.shelf = shelf;
    }

    CopyStanding of(AthleteId athlete, String factId, String revision) {
        return shelf.get(key(athlete, factId, revision))
                .map(bytes -> Json.read(bytes, CopyStanding.class))
                .orElseGet(() -> CopyStanding.alone(factId));
    }

    /** A recording that is gone stands nowhere. */
    void forget(AthleteId athlete, String factId, String revision) {
        shelf.remove(key(athlete, factId, revision));
    }

    /** Looks at a turn's portion of readings and recordings; whether those were all that there were to look at. */
    boolean settle(AthleteId athlete, Pace pace) {
        boolean decided = decisions.any(athlete) || retractions.any(athlete);
        int most = pace.of(decided ? DECIDED_A_TURN : A_TURN);
        List<FactRef> readings = agenda.takeReadings(athlete, most);
        readings.forEach(reading -> settle(athlete, reading));
        List<String> places = agenda.takeCopies(athlete, most - readings.size());
        copies.neighbourhoods(athlete, places).forEach(near -> settle(athlete, near, decided));
        return readings.size() + places.size() < most;
    }

    /** Whether every file that holds this was taken back. */
    boolean isTakenBack(AthleteId athlete, FactRef ref) {
        List<Delivery> files = deliveries.holding(athlete, ref);
        return !files.isEmpty() && files.stream().allMatch(decisions::isTakenBack);
    }

    private void settle(AthleteId athlete, FactRef reading) {
        leaveOut(athlete, reading, isTakenBack(athlete, reading) || retractions.cover(athlete, reading));
        deliveries.holders(athlete, reading).forEach(file -> agenda.touchDelivery(athlete, file));
    }

    private void settle(AthleteId athlete, List<Candidate> near, boolean decided) {
        if (near.size() == 1 && !decided) {
            stand(athlete, near.get(0), CopyStanding.alone(near.get(0).factId()));
            return;
        }
        List<Entrant> entrants = new ArrayList<>();
        for (Candidate candidate : near) {
            List<Delivery> all = deliveries.holding(athlete, candidate.ref());
            List<Delivery> files =
                    all.stream().filter(file -> !decisions.isTakenBack(file)).toList();
            if ((files.isEmpty() && !all.isEmpty()) || retractions.cover(athlete, candidate.ref())) {
                stand(athlete, candidate, CopyStanding.takenBack(candidate.factId()));
            } else {
                entrants.add(new Entrant(
                        candidate,
                        files,
                        files.stream()
                                .flatMap(file -> decisions.about(file).stream())
                                .max(Facts.BELIEF)));
            }
        }
        for (CopyGroup group : CopyGroup.of(entrants)) {
            stand(athlete, group.leader().candidate(), CopyStanding.leading(group));
            group.alternatives().forEach(other -> stand(athlete, other.candidate(), CopyStanding.behind(group, other)));
        }
    }

    private void stand(AthleteId athlete, Candidate candidate, CopyStanding standing) {
        CopyStanding before = of(athlete, candidate.factId(), candidate.revision());
        if (before.equals(standing)) {
            return;
        }
        String key = key(athlete, candidate.factId(), candidate.revision());
        if (standing.equals(CopyStanding.alone(candidate.factId()))) {
            shelf.remove(key);
        } else {
            shelf.put(key, Json.write(standing));
        }
        deliveries.holders(athlete, candidate.ref()).forEach(file -> agenda.touchDelivery(athlete, file));
        if (before.kept() != standing.kept()) {
            leaveOut(athlete, candidate.ref(), !standing.kept());
        }
    }

    private void leaveOut(AthleteId athlete, FactRef ref, boolean out) {
        facts.leaveOut(athlete, ref, out)
                .ifPresent(date -> calendar.touchedBy(athlete, date).forEach(day -> agenda.touchDay(athlete, day)));
    }

    private static String key(AthleteId athlete, String factId, String revision) {
        return String.join("/", athlete.value(), "standing", factId, revision);
    }
}
