package freshlegs.coach.page;

import freshlegs.coach.read.BoardRow;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One athlete on the board; {@code place} is the lower, the further up she stands. */
public record Card(
        Now now,
        int place,
        Instant syncedAt,
        boolean needsMe,
        Gauge load,
        String form,
        Optional<Sparkline> spark,
        Marker restingHeartRate,
        Marker hrv,
        String runs,
        String distance,
        Optional<Key> next,
        Optional<Change> change,
        Optional<Alert> alert,
        List<String> groups,
        Rights rights) {

    /** What whoever looks may do here. */
    public record Rights(boolean plan, boolean answer) {}

    /** The next key session in words. */
    public record Key(String isoDate, String day, String words, boolean changed) {}

    /** The next change of the plan: what kind it is, and whether an answer is asked for. */
    public record Change(
            String isoDate,
            String day,
            String word,
            boolean waits,
            boolean binding,
            String cause,
            String revision,
            String reason) {}

    /** The worst open alert; {@code silenceable} is whether it may be snoozed. */
    public record Alert(String id, String word, boolean waits, boolean silenceable) {}

    static Card of(BoardRow row, Rights rights, Voice voice, Days days) {
        Now now = Now.of(row.squad(), voice, days);
        Optional<Change> change = row.change().map(told -> change(told, voice));
        Optional<Alert> alert = row.alert().map(told -> alert(told, voice));
        boolean needsMe = now.stale()
                || change.map(Change::waits).orElse(false)
                || alert.map(Alert::waits).orElse(false);
        return new Card(
                now,
                place(row, now.stale()),
                row.squad().lastDeliveryAt().orElse(Instant.EPOCH),
                needsMe,
                Gauge.of(row.squad().load7d(), row.load7dLow(), row.load7dHigh(), voice),
                Numbers.whole(row.squad().form()),
                Sparkline.of(row, voice),
                Marker.of(row.restingHeartRate(), "bpm", voice),
                Marker.of(row.hrv(), "ms", voice),
                row.week().runs() + " / " + row.week().plannedRuns(),
                distance(row.week(), voice.units()),
                row.next().map(key -> key(key, voice)),
                change,
                alert,
                row.groups(),
                rights);
    }

    /** Open red before open amber before what is stale before the rest; what is worse than red comes first of all. */
    private static int place(BoardRow row, boolean stale) {
        Status worst = row.alert()
                .map(alert -> Status.valueOf(alert.status()))
                .filter(status -> urgency(status) < urgency(row.squad().status()))
                .orElse(row.squad().status());
        int place = urgency(worst);
        return place == LAST && stale ? LAST - 1 : place;
    }

    private static final int LAST = 5;

    private static int urgency(Status status) {
        return switch (status) {
            case STOP -> 0;
            case ILLNESS -> 1;
            case RED -> 2;
            case AMBER -> 3;
            case WATCH, UNKNOWN, GREEN -> LAST;
        };
    }

    private static Key key(BoardRow.Key key, Voice voice) {
        boolean changed = !key.planned().equals(key.prescribed());
        return new Key(key.date().toString(), voice.shortDay(key.date()), key.prescribed(), changed);
    }

    private static Change change(BoardRow.Change change, Voice voice) {
        String kind = PlanChange.kind(change.kind(), voice);
        return new Change(
                change.date().toString(),
                voice.shortDay(change.date()),
                change.waits()
                        ? voice.say("board.change.proposed", kind)
                        : change.decided() ? voice.say("board.change.answered", kind) : kind,
                change.waits(),
                change.cause().isBinding(),
                change.cause().name(),
                change.revision(),
                voice.units().prose(change.reason()));
    }

    private static Alert alert(BoardRow.Alert alert, Voice voice) {
        boolean fatigue = alert.cause() == Episode.Cause.FATIGUE;
        String word = alert.silenced()
                ? voice.say("board.alert.silenced")
                : alert.judged() ? voice.say("board.alert.answered") : "";
        return new Alert(alert.id(), word, !alert.judged() && !alert.silenced(), fatigue && !alert.silenced());
    }

    public String athlete() {
        return now.athlete();
    }

    public String groupLine() {
        return String.join(", ", groups);
    }

    /** A plan that goes by time alone has no distance to compare with. */
    private static String distance(BoardRow.Week week, Units units) {
        String planned = week.plannedMetres() > 0 ? " / " + Numbers.whole(units.distanceOf(week.plannedMetres())) : "";
        return Numbers.whole(units.distanceOf(week.metres())) + planned + " " + units.distanceUnit();
    }
}
