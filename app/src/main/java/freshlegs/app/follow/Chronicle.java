package freshlegs.app.follow;

import freshlegs.app.files.FileFacts;
import freshlegs.app.simulate.Wearer;
import freshlegs.ingest.CheckInCsv;
import freshlegs.model.result.Prescription;
import freshlegs.streams.plan.Wishes;
import freshlegs.streams.rule.Rules;
import freshlegs.streams.season.DayFacts;
import freshlegs.streams.season.Season;
import freshlegs.streams.season.SeasonDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an athlete's files amount to so far, folded as the streams do it. */
final class Chronicle {
    private final FileFacts facts;
    private final Stated stated;
    private final List<SeasonDay> days = new ArrayList<>();
    private int files;
    private int checkIns;

    Chronicle(Stated stated, Instant ingestedAt) {
        this.stated = stated;
        this.facts = new FileFacts(stated.fate().athlete(), ZoneOffset.UTC, ingestedAt);
    }

    /** Reads what the athlete's watch and questionnaire have written since the last time. */
    void hear(Wearer athlete) throws IOException {
        for (Path file : athlete.files().subList(files, athlete.files().size())) {
            facts.add(file);
        }
        var told = athlete.checkIns().subList(checkIns, athlete.checkIns().size());
        if (!told.isEmpty()) {
            Instant ever = Instant.EPOCH;
            CheckInCsv.read(CheckInCsv.write(told), facts.athlete(), ever, ever)
                    .checkIns()
                    .forEach(facts::tell);
        }
        files = athlete.files().size();
        checkIns = athlete.checkIns().size();
    }

    FileFacts facts() {
        return facts;
    }

    Optional<SeasonDay> yesterday() {
        return days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1));
    }

    /** What the day asks by what is known in its morning. */
    Prescription morning(LocalDate date) {
        return folded(date).plan().prescription();
    }

    /** The day is over. */
    void close(LocalDate date) {
        if (!days.isEmpty() || !facts.days().isEmpty()) {
            days.add(folded(date));
        }
    }

    List<SeasonDay> days() {
        return List.copyOf(days);
    }

    private SeasonDay folded(LocalDate date) {
        List<DayFacts> known = facts.days();
        Optional<DayFacts> latest = known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
        DayFacts today = latest.filter(day -> day.date().equals(date))
                .orElseGet(() -> DayFacts.none(facts.athlete(), date, true));
        Wishes wishes = stated.on(date);
        return Season.next(
                days,
                new DayFacts(
                        today.athlete(),
                        date,
                        today.profiles(),
                        today.sessions(),
                        today.readings(),
                        today.checkIns(),
                        true,
                        wishes),
                Rules.published());
    }
}
