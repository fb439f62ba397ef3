package freshlegs.streams.alert;

import freshlegs.model.Status;
import freshlegs.model.result.Episode;
import freshlegs.model.result.Episode.Cause;
import freshlegs.model.result.Episode.Step;
import freshlegs.model.result.StatusDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries each cause's episode from day to day: opened, lengthened, escalated, closed. */
final class Episodes {
    private Episodes() {}

    /** The cause's open episode of yesterday, when it has one. */
    static Optional<Episode> open(List<Episode> yesterdays, Cause cause) {
        for (Episode episode : yesterdays) {
            if (episode.cause() == cause && episode.open()) {
                return Optional.of(episode);
            }
        }
        return Optional.empty();
    }

    /**
     * The episode after today; the closed one on the day it closes. {@code account} is asked for on the day of a step, whose
     * evidence it keeps from then on; what would clear it is told anew every day.
     */
    static Optional<Episode> next(
            Optional<Episode> open,
            Cause cause,
            Optional<Status> status,
            StatusDay today,
            Supplier<Account> account,
            Supplier<String> clears) {
        if (status.isEmpty()) {
            return open.map(episode -> version(episode, episode.lastDay(), false, clears.get()));
        }
        boolean escalates =
                open.isEmpty() || status.get().isWorseThan(open.get().status());
        return Optional.of(
                escalates
                        ? stepped(open, cause, status.get(), today, account.get(), clears.get())
                        : version(open.orElseThrow(), today.date(), true, clears.get()));
    }

    private static Episode stepped(
            Optional<Episode> open, Cause cause, Status status, StatusDay today, Account account, String clears) {
        List<Step> steps = new ArrayList<>(open.map(Episode::steps).orElse(List.of()));
        steps.add(new Step(status, today.date()));
        return new Episode(
                today.athlete(),
                cause,
                open.map(Episode::firstDay).orElse(today.date()),
                today.date(),
                true,
                status,
                account.why(),
                today.lowConfidence(),
                steps,
                today.domains(),
                account.explanations(),
                today.missing(),
                account.athleteWhy(),
                account.confidence(),
                clears,
                account.grounds(),
                account.agreement(),
                today.rules(),
                today.ruleSet());
    }

    private static Episode version(Episode episode, LocalDate lastDay, boolean open, String clears) {
        return new Episode(
                episode.athlete(),
                episode.cause(),
                episode.firstDay(),
                lastDay,
                open,
                episode.status(),
                episode.why(),
                episode.lowConfidence(),
                episode.steps(),
                episode.domains(),
                episode.context(),
                episode.missing(),
                episode.athleteWhy(),
                episode.confidence(),
                clears,
                episode.grounds(),
                episode.agreement(),
                episode.rules(),
                episode.ruleSet());
    }
}
