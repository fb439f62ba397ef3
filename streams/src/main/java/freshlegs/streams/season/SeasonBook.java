package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.fact.Delivery;
import freshlegs.model.fact.Fact;
import freshlegs.model.fact.FactKind;
import freshlegs.model.fact.FactRef;
import freshlegs.model.fact.FileDecision;
import freshlegs.model.fact.Retraction;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Refold;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topics;
import freshlegs.streams.rule.Rules;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything known of the athletes of one partition. A fact is checked, put in its place and what it touches noted; at each
 * turn what was touched is folded and what came out differently is told. Nothing here depends on the order of arrival.
 */
final class SeasonBook {
    /** So that one turn takes well under a second, however long the history; fewer where the machine is {@link Pace slow}. */
    static final int DAYS_A_TURN = 200;

    /** Never fewer: of two copies that change places nobody should see only one do so. */
    private static final int FILES_A_TURN = 500;

    private static final Logger LOG = LoggerFactory.getLogger(SeasonBook.class);
    private static final int KEY_PARTS = 3;
    private static final Set<FactKind> MEASURED =
            EnumSet.of(FactKind.SESSION, FactKind.RESTING_HEART_RATE, FactKind.HRV, FactKind.SLEEP);

    private final Facts facts;
    private final Calendar calendar;
    private final Agenda agenda;
    private final FileBook files;
    private final Standings standings;
    private final Days folded;
    private final Fold fold;
    private final Telling telling;
    private final Edition edition;
    private final Waiting waiting = new Waiting();
    private final FoldMeters meters;
    private final Pace pace;
    private boolean isCurrent;

    SeasonBook(Shelf facts, Shelf days, Shelf touched, Shelf deliveries, Results results, Rules rules) {
        this(facts, days, touched, deliveries, results, rules, FoldMeters.unseen(() -> 0));
    }

    SeasonBook(
            Shelf facts, Shelf days, Shelf touched, Shelf deliveries, Results results, Rules rules, FoldMeters meters) {
        this.meters = meters;
        this.pace = new Pace(meters.nanoTime());
        this.calendar = new Calendar(facts);
        this.facts = new Facts(facts, calendar);
        this.agenda = new Agenda(touched);
        Deliveries delivered = new Deliveries(deliveries);
        Decisions decisions = new Decisions(deliveries);
        Copies copies = new Copies(deliveries);
        Retractions retractions = new Retractions(deliveries);
        this.standings =
                new Standings(this.facts, calendar, copies, delivered, decisions, retractions, agenda, deliveries);
        this.files = new FileBook(this.facts, delivered, decisions, retractions, copies, standings, agenda);
        Published<Prescription> outlook = new Published<>(days, "outlook", Topics.PRESCRIPTION, results);
        this.folded = new Days(days, agenda, results, outlook);
        Believed believed = new Believed(this.facts, facts);
        this.fold = new Fold(calendar, believed, folded, agenda, rules);
        Outcomes outcomes = new Outcomes(this.facts, delivered, decisions, standings);
        this.telling = new Telling(believed, folded, agenda, delivered, outcomes, outlook, days, deliveries, results);
        this.edition = new Edition(days, facts, rules);
        agenda.athletes().forEach(waiting::arrived);
    }

    /** Takes in a fact; one that is {@code late} is part of a {@link Backlog}. */
    void accept(String key, Fact fact, boolean late) {
        if (!RecordKey.of(fact).equals(key) || RecordKey.rest(key).size() != KEY_PARTS) {
            throw new IllegalArgumentException("the fact's key is not its own");
        }
        switch (fact.kind()) {
            case RECORDING -> throw new IllegalArgumentException("a recording enters as the session it amounts to");
            case DELIVERY -> files.accept((Delivery) fact);
            case FILE_DECISION -> files.accept((FileDecision) fact);
            case RETRACTION -> files.accept((Retraction) fact);
            default -> changed(fact.athlete(), fact.ref(), facts.add(fact), Optional.of(fact));
        }
        if (late) {
            waiting.arrivedLate(fact.athlete());
        } else {
            waiting.arrived(fact.athlete());
        }
    }

    void delete(String key) {
        List<String> rest = RecordKey.rest(key);
        if (rest.size() != KEY_PARTS) {
            throw new IllegalArgumentException("not the key of a fact");
        }
        AthleteId athlete = RecordKey.athleteOf(key);
        FactKind kind = FactKey.kind(rest.get(0));
        switch (kind) {
            case DELIVERY -> files.removeDelivery(athlete, rest.get(1));
            case FILE_DECISION -> files.removeDecision(athlete, rest.get(1), rest.get(2));
            case RETRACTION -> files.removeRetraction(athlete, rest.get(1), rest.get(2));
            default -> {
                Facts.Change change = facts.remove(athlete, kind, rest.get(1), rest.get(2));
                change.before().ifPresent(gone -> changed(athlete, gone.ref(), change, Optional.empty()));
            }
        }
        waiting.arrived(athlete);
    }

    /** Everything of the athlete's is decided, folded and told anew, even where it comes out as it was. */
    void refold(Refold request) {
        AthleteId athlete = request.athlete();
        files.touchAll(athlete);
        telling.tellAnew(athlete);
        folded.doubt(athlete);
        request.strays().forEach(stray -> agenda.touchStray(athlete, stray));
        agenda.touchDay(athlete, Clocks.EARLIEST);
        waiting.arrived(athlete);
    }

    /** Folds and tells what is due, {@code backlog} being whether one is read. */
    void turn(boolean backlog) {
        work(backlog);
        meters.waiting(this, waiting.unfolded());
    }

    /** Whether no turn does anything until the next fact. */
    boolean isAtRest() {
        return waiting.isEmpty();
    }

    void close() {
        meters.closed(this);
    }

    private void work(boolean backlog) {
        foldAnewAfterAnUpgrade();
        pace.beginTurn();
        int left = DAYS_A_TURN;
        for (AthleteId athlete : waiting.due(fold::reach, backlog)) {
            if (left <= 0 || pace.isTurnOver()) {
                return;
            }
            int most = Math.min(left, pace.of(DAYS_A_TURN));
            left -= pace.doing(most, () -> turnOf(athlete, most));
        }
    }

    private void foldAnewAfterAnUpgrade() {
        if (isCurrent) {
            return;
        }
        isCurrent = true;
        if (!edition.isCurrent()) {
            edition.forEachAthlete(athlete -> {
                agenda.touchDay(athlete, Clocks.EARLIEST);
                telling.doubt(athlete);
                waiting.arrived(athlete);
            });
            edition.note();
        }
    }

    private int turnOf(AthleteId athlete, int most) {
        try {
            if (!standings.settle(athlete, pace)) {
                waiting.again(athlete);
                return DAYS_A_TURN;
            }
            int folded = meters.folding(() -> fold.fold(athlete, most));
            if (agenda.firstDay(athlete).isPresent() || !telling.tell(athlete, FILES_A_TURN)) {
                waiting.again(athlete);
            } else {
                waiting.done(athlete);
            }
            return folded;
        } catch (UnfoldableDay e) {
            LOG.error("{}: the day {} could not be folded", athlete, e.date(), e);
            meters.unfoldable();
            telling.tellFiles(athlete, Optional.of(e.date()), Integer.MAX_VALUE);
            waiting.done(athlete);
            return DAYS_A_TURN;
        }
    }

    private void changed(AthleteId athlete, FactRef ref, Facts.Change change, Optional<Fact> now) {
        for (LocalDate date : change.days()) {
            Set<LocalDate> touched = MEASURED.contains(ref.kind()) ? calendar.touchedBy(athlete, date) : Set.of(date);
            touched.forEach(day -> agenda.touchDay(athlete, folded.reached(athlete, day)));
        }
        files.changed(athlete, ref, change, now);
    }
}
