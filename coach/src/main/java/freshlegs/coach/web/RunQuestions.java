package freshlegs.coach.web;

import freshlegs.coach.RecordedRuns;
import freshlegs.coach.RecordedRuns.Answer;
import freshlegs.coach.RecordedRuns.Found;
import freshlegs.coach.RecordedRuns.Missing;
import freshlegs.coach.RecordedRuns.Wanted;
import freshlegs.coach.RecordedRuns.Why;
import freshlegs.coach.page.ActivityListPage;
import freshlegs.coach.page.ActivityPage;
import freshlegs.coach.page.RunSeries;
import freshlegs.coach.page.Voice;
import freshlegs.coach.read.CopyRow;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.RunRow;
import freshlegs.coach.read.RunViews;
import freshlegs.coach.read.Views;
import freshlegs.coach.run.Outline;
import freshlegs.coach.run.RunRows;
import freshlegs.model.AthleteId;
import freshlegs.model.result.ActivityAnalysis;
import freshlegs.model.result.Prescription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts the pages of single activities together, from the views and, where it is at hand, from the run's original file. */
final class RunQuestions {
    private static final Duration FOR_A_PAGE = Duration.ofSeconds(2);
    private static final Duration FOR_A_CHART = Duration.ofSeconds(20);
    private static final int LISTED = 50;

    private final Database database;
    private final Optional<RecordedRuns> runs;

    RunQuestions(Database database, Optional<RecordedRuns> runs) {
        this.database = database;
        this.runs = runs;
    }

    /** One of the recordings of that name: that of the {@code revision}, else the one that counts, else the richest. */
    record Asking(AthleteId athlete, String fact, Optional<String> revision) {}

    ActivityPage page(Asking asking, Voice voice) {
        ActivityPage.Material material = database.look(views -> material(views, asking));
        return ActivityPage.of(
                material, answer(asking.athlete(), material.run(), material.copies(), FOR_A_PAGE), voice);
    }

    private static ActivityPage.Material material(Views views, Asking asking) {
        RunViews runs = views.runs();
        AthleteId athlete = asking.athlete();
        List<ActivityAnalysis> analysed = runs.analysed(athlete, asking.fact());
        RunRow run = chosen(runs, asking, analysed);
        Optional<ActivityAnalysis> analysis = analysed.stream()
                .filter(known -> known.revision().equals(run.revision()))
                .findFirst();
        Optional<Prescription> matched = runs.matched(athlete, run.fact());
        return new ActivityPage.Material(
                athlete,
                run,
                analysis,
                runs.copies(athlete, run.fact()),
                matched.or(() ->
                        views.plan(athlete, run.date(), run.date()).stream().findFirst()),
                matched.isPresent(),
                runs.alertsOn(athlete, run.fact()),
                analysis.flatMap(known ->
                        runs.latest(athlete, Optional.of(known), 1).stream().findFirst()),
                analysis.flatMap(runs::next));
    }

    private static RunRow chosen(RunViews runs, Asking asking, List<ActivityAnalysis> analysed) {
        Optional<String> wanted = asking.revision()
                .or(() -> analysed.stream().map(ActivityAnalysis::revision).findFirst());
        List<RunRow> recorded = runs.recorded(asking.athlete(), asking.fact());
        return recorded.stream()
                .filter(run -> wanted.map(run.revision()::equals).orElse(true))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "There is no such activity.", "The athlete's page has the latest ones, and a list of all."));
    }

    ActivityListPage list(AthleteId athlete, Optional<String> before, Voice voice) {
        return database.look(views -> {
            if (views.athlete(athlete).isEmpty()) {
                throw Problem.notFound("There is no athlete " + athlete + ".", "The squad has everybody there is.");
            }
            RunViews runs = views.runs();
            Optional<ActivityAnalysis> last =
                    before.flatMap(fact -> runs.analysed(athlete, fact).stream().findFirst());
            return ActivityListPage.of(athlete, last.isEmpty(), runs.latest(athlete, last, LISTED + 1), LISTED, voice);
        });
    }

    RunSeries series(Asking asking) {
        ActivityPage.Material material = database.look(views -> material(views, asking));
        Answer answer = answer(asking.athlete(), material.run(), material.copies(), FOR_A_CHART);
        return answer instanceof Found found && found.rows().size() > 1
                ? RunSeries.of("file", found.rows(), found.outline(), material.run())
                : RunSeries.of(
                        "minutes",
                        ActivityPage.byMinutes(material.run()),
                        answer instanceof Found found ? found.outline() : Outline.NONE,
                        material.run());
    }

    /** All rows there are. */
    RunRows rows(Asking asking) {
        ActivityPage.Material material = database.look(views -> material(views, asking));
        return answer(asking.athlete(), material.run(), material.copies(), FOR_A_CHART) instanceof Found found
                        && found.rows().size() > 1
                ? found.rows()
                : ActivityPage.byMinutes(material.run());
    }

    /** From any file that holds this very recording. */
    private Answer answer(AthleteId athlete, RunRow run, List<CopyRow> copies, Duration patience) {
        if (runs.isEmpty()) {
            return new Missing(Why.ELSEWHERE);
        }
        return copies.stream()
                .filter(copy ->
                        copy.fact().equals(run.fact()) && copy.revision().equals(run.revision()))
                .findFirst()
                .map(copy -> runs.get()
                        .read(
                                new Wanted(
                                        athlete,
                                        copy.fact(),
                                        copy.revision(),
                                        copy.path(),
                                        copy.sha256(),
                                        copy.archiveSha256()),
                                patience))
                .orElseGet(() -> new Missing(Why.GONE));
    }
}
