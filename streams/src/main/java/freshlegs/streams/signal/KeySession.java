package freshlegs.streams.signal;

import com.fasterxml.jackson.annotation.JsonFormat;
import freshlegs.model.Rounding;
import freshlegs.model.fact.Repeat;
import freshlegs.model.fact.Session;
import freshlegs.streams.activity.Fade;
import freshlegs.streams.load.Physiology;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A session in which the athlete's performance shows: repeats or a tempo. {@code slowness} is -100 times the natural logarithm
 * of its mean speed (m/s) brought to 1000 m by Riegel's exponent, v * (d/1000)^0.06, so that a difference of 1 is one percent.
 * {@code fadePercent} is how much slower the repeats were than the best of them on average.
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record KeySession(LocalDate date, Kind kind, double slowness, double fadePercent, OptionalDouble z) {

    /** Only sessions of one kind are compared with each other. */
    public enum Kind {
        SHORT_REPEATS,
        LONG_REPEATS,
        TEMPO
    }

    private static final double RIEGEL = 0.06;
    private static final double STRIDE_SECONDS = 25;
    private static final double STRIDE_METRES = 120;
    private static final double SHORT_METRES = 300;
    private static final double TEMPO_SECONDS = 480;
    private static final int LEAST_REPEATS = 3;
    private static final double GOOD_POSITION = 0.9;

    /** A key session and the activity that it was found in. */
    record Found(String activity, KeySession session) {}

    /** The key session among a day's sessions, if there is one; none off road or where the position was poor. */
    static Optional<Found> in(List<Session> sessions, Physiology body) {
        for (Session session : sessions) {
            if (session.sport().isRun() && session.pace().trustedShare() >= GOOD_POSITION && !isTrail(session)) {
                Optional<KeySession> key = of(session, body);
                if (key.isPresent()) {
                    return Optional.of(new Found(session.factId(), key.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isTrail(Session session) {
        return session.subSport().orElse("").toLowerCase(Locale.ROOT).contains("trail");
    }

    private static Optional<KeySession> of(Session session, Physiology body) {
        List<Repeat> repeats = hardBouts(session);
        List<Repeat> tempi = repeats.stream()
                .filter(r -> r.durationSeconds() >= TEMPO_SECONDS)
                .toList();
        if (!tempi.isEmpty()) {
            return Optional.of(of(session, Kind.TEMPO, tempi));
        }
        if (repeats.size() >= LEAST_REPEATS) {
            double metres = repeats.stream()
                    .mapToDouble(Repeat::distanceMetres)
                    .average()
                    .orElseThrow();
            return Optional.of(of(session, metres < SHORT_METRES ? Kind.SHORT_REPEATS : Kind.LONG_REPEATS, repeats));
        }
        return TempoSegment.in(session, body).map(tempo -> of(session, Kind.TEMPO, List.of(tempo)));
    }

    private static List<Repeat> hardBouts(Session session) {
        return session.repeats().stream()
                .filter(r -> r.durationSeconds() >= STRIDE_SECONDS && r.distanceMetres() >= STRIDE_METRES)
                .toList();
    }

    private static KeySession of(Session session, Kind kind, List<Repeat> repeats) {
        double speed = repeats.stream()
                .mapToDouble(r -> r.speedMetresPerSecond() * Math.pow(r.distanceMetres() / 1000, RIEGEL))
                .average()
                .orElseThrow();
        return new KeySession(
                session.localDate(),
                kind,
                Rounding.to(2, -100 * Math.log(speed)),
                Rounding.to(1, fadePercent(repeats)),
                OptionalDouble.empty());
    }

    static double fadePercent(List<Repeat> repeats) {
        return Fade.decrementPercent(repeats.stream()
                .mapToDouble(repeat -> repeat.durationSeconds() / repeat.distanceMetres())
                .toArray());
    }

    KeySession with(OptionalDouble judged) {
        return new KeySession(date, kind, slowness, fadePercent, Rounding.to(2, judged));
    }
}
