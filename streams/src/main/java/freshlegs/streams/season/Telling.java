package freshlegs.streams.season;

import freshlegs.model.AthleteId;
import freshlegs.model.result.Episode;
import freshlegs.model.result.FileOutcome;
import freshlegs.model.result.Prescription;
import freshlegs.model.result.Refold.Stray;
import freshlegs.model.topic.RecordKey;
import freshlegs.model.topic.Topic;
import freshlegs.model.topic.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is told once an athlete's days are all folded: episodes as they now stand, the days ahead, and what became of files. */
final class Telling {
    private final Believed believed;
    private final Days days;
    private final Agenda agenda;
    private final Deliveries deliveries;
    private final Outcomes outcomes;
    private final Published<Episode> episodes;
    private final Published<Prescription> outlook;
    private final Published<FileOutcome> files;
    private final Results results;

    Telling(
            Believed believed,
            Days days,
            Agenda agenda,
            Deliveries deliveries,
            Outcomes outcomes,
            Published<Prescription> outlook,
            Shelf dayShelf,
            Shelf deliveryShelf,
            Results results) {
        this.believed = believed;
        this.days = days;
        this.agenda = agenda;
        this.deliveries = deliveries;
        this.outcomes = outcomes;
        this.episodes = new Published<>(dayShelf, "episode", Topics.EPISODE, results);
        this.outlook = outlook;
        this.files = new Published<>(deliveryShelf, "outcome", Topics.FILE_OUTCOME, results);
        this.results = results;
    }

    /** Tells of {@code mostFiles} files at most, and of the rest all; whether nothing is left to tell. */
    boolean tell(AthleteId athlete, int mostFiles) {
        agenda.takeEpisodes(athlete).forEach(key -> latest(athlete, key)
                .ifPresentOrElse(
                        episode -> episodes.tell(athlete, key, episode), () -> episodes.takeBack(athlete, key)));
        tellOutlook(athlete);
        boolean isAll = tellFiles(athlete, Optional.empty(), mostFiles);
        if (isAll) {
            takeBackStrays(athlete);
        }
        return isAll;
    }

    /** Files that touch a day that cannot be folded are told as failed, and looked at again when the athlete is. */
    boolean tellFiles(AthleteId athlete, Optional<LocalDate> unfoldable, int most) {
        List<String> due = agenda.takeDeliveries(athlete, most);
        for (String id : due) {
            Optional<FileOutcome> outcome = deliveries.get(athlete, id).flatMap(file -> outcomes.of(file, unfoldable));
            outcome.ifPresentOrElse(told -> files.tell(athlete, id, told), () -> files.takeBack(athlete, id));
            if (unfoldable.isPresent()) {
                agenda.touchDelivery(athlete, id);
            }
        }
        return due.size() < most;
    }

    /** Everything that was ever told of the athlete's days ahead and episodes is to be looked at again. */
    void doubt(AthleteId athlete) {
        episodes.told(athlete).forEach(key -> agenda.touchEpisode(athlete, key));
    }

    /** Whatever was told is told again, even if it is the same, once all days are folded. */
    void tellAnew(AthleteId athlete) {
        doubt(athlete);
        files.told(athlete).forEach(id -> agenda.touchDelivery(athlete, id));
        episodes.doubt(athlete);
        outlook.doubt(athlete);
        files.doubt(athlete);
    }

    private void takeBackStrays(AthleteId athlete) {
        for (Stray stray : agenda.takeStrays(athlete)) {
            Topics.results().stream()
                    .filter(topic -> topic.name().equals(stray.topic()))
                    .filter(topic -> !isTold(topic, athlete, String.join("/", RecordKey.rest(stray.key()))))
                    .forEach(topic -> results.retract(topic, stray.key()));
        }
    }

    /** Whether the season stands behind a result; it does not behind one whose key has another form than its topic's. */
    private boolean isTold(Topic<?> topic, AthleteId athlete, String id) {
        if (topic.equals(Topics.EPISODE)) {
            return episodes.isTold(athlete, id);
        }
        if (topic.equals(Topics.FILE_OUTCOME)) {
            return files.isTold(athlete, id);
        }
        return (topic.equals(Topics.PRESCRIPTION) && outlook.isTold(athlete, id)) || days.isTold(topic, athlete, id);
    }

    /** The episode as of the last day that knows of it; days before it was recognised may not. */
    private Optional<Episode> latest(AthleteId athlete, String key) {
        Optional<Episode> latest = Optional.empty();
        LocalDate day = LocalDate.parse(key.substring(key.lastIndexOf('.') + 1));
        for (int absent = 0; absent <= Season.LOOK_BACK_DAYS; day = day.plusDays(1)) {
            Optional<SeasonDay> season = days.get(athlete, day);
            if (season.isEmpty()) {
                break;
            }
            Optional<Episode> seen = season.get().episodes().stream()
                    .filter(episode -> episode.key().equals(key))
                    .findFirst();
            absent = seen.isPresent() ? 0 : absent + 1;
            latest = seen.isPresent() ? seen : latest;
        }
        return latest;
    }

    private void tellOutlook(AthleteId athlete) {
        Optional<LocalDate> last = days.last(athlete);
        List<Prescription> ahead = last.map(day -> outlook(athlete, day)).orElse(List.of());
        List<String> dates = ahead.stream().map(day -> day.date().toString()).toList();
        outlook.told(athlete).stream()
                .filter(told -> !dates.contains(told))
                .forEach(told -> outlook.takeBack(athlete, told));
        ahead.forEach(day -> outlook.tell(athlete, day.date().toString(), day));
    }

    private List<Prescription> outlook(AthleteId athlete, LocalDate last) {
        List<SeasonDay> recent = days.before(athlete, last.plusDays(1));
        return Season.outlook(recent, believed.ahead(athlete, last, Season.outlookDays(recent)));
    }
}
