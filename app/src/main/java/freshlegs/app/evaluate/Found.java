package freshlegs.app.evaluate;

import freshlegs.model.AthleteId;
import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An episode of fatigue as others can score it: the highest status it reached, its first day, its last unless it is open. */
public record Found(AthleteId athlete, Status status, LocalDate from, Optional<LocalDate> to) {
    public static final String HEADER = "athlete,status,from,to";

    static List<Found> in(History history) {
        return history.episodes().stream()
                .filter(episode -> episode.cause() == Cause.FATIGUE)
                .map(Found::of)
                .toList();
    }

    private static Found of(Episode episode) {
        return new Found(
                episode.athlete(),
                episode.status(),
                episode.firstDay(),
                episode.open() ? Optional.empty() : Optional.of(episode.lastDay()));
    }

    public String toCsv() {
        return String.join(
                ",",
                athlete.value(),
                status.name(),
                from.toString(),
                to.map(LocalDate::toString).orElse(""));
    }
}
