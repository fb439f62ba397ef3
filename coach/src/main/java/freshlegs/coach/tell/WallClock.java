package freshlegs.coach.tell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

/** What the clocks on the walls of a zone show, on days with a change of time too. */
record WallClock(ZoneId zone) {
    LocalDate day(Instant now) {
        return now.atZone(zone).toLocalDate();
    }

    /** The first moment of a day at which it shows that time or has jumped over it. */
    Instant at(LocalDate day, LocalTime time) {
        var shown = day.atTime(time);
        Optional<ZoneOffsetTransition> jump =
                Optional.ofNullable(zone.getRules().getTransition(shown)).filter(ZoneOffsetTransition::isGap);
        return jump.map(ZoneOffsetTransition::getInstant).orElseGet(() -> shown.toInstant(first(day, time)));
    }

    private ZoneOffset first(LocalDate day, LocalTime time) {
        return zone.getRules().getValidOffsets(day.atTime(time)).get(0);
    }

    /** Whether it shows {@code from} or later and not yet {@code to}, over midnight too; never when both are the same. */
    boolean isBetween(Instant now, LocalTime from, LocalTime to) {
        LocalTime shown = now.atZone(zone).toLocalTime();
        return from.isBefore(to)
                ? !shown.isBefore(from) && shown.isBefore(to)
                : !from.equals(to) && (!shown.isBefore(from) || shown.isBefore(to));
    }

    /** The first moment from {@code now} on at which it shows nothing from {@code from} to {@code to}. */
    Instant endOf(Instant now, LocalTime from, LocalTime to) {
        if (!isBetween(now, from, to)) {
            return now;
        }
        return Stream.concat(Stream.of(0, 1, 2).flatMap(days -> showing(day(now).plusDays(days), to)), jump(now))
                .filter(moment -> moment.isAfter(now) && !isBetween(moment, from, to))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** All moments of a day at which it shows that time: usually one, two when it is set back, the jump when it leaves that out. */
    private Stream<Instant> showing(LocalDate day, LocalTime time) {
        var offsets = zone.getRules().getValidOffsets(day.atTime(time));
        return offsets.isEmpty()
                ? Stream.of(at(day, time))
                : offsets.stream().map(offset -> day.atTime(time).toInstant(offset));
    }

    private Stream<Instant> jump(Instant now) {
        return Optional.ofNullable(zone.getRules().nextTransition(now)).map(ZoneOffsetTransition::getInstant).stream();
    }
}
