package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.api.Spoken;
import freshlegs.coach.api.Spoken.Asking;
import freshlegs.coach.page.Chart;
import freshlegs.coach.page.Sayings;
import freshlegs.model.AthleteId;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;

/** Every chart's table as a file for spreadsheets. */
final class ChartFiles {
    private final Questions questions;

    ChartFiles(Questions questions) {
        this.questions = questions;
    }

    void addTo(ApiWays api) {
        api.athlete(
                HandlerType.GET,
                "/athletes/{id}/charts/{chart}.csv",
                Right.SEE,
                Spoken.file("A chart's numbers as its table has them.", "text/csv")
                        .asking(Asking.number(
                                "days", "How many days, up to the last judged one.", Asked.RANGES.toArray())),
                this::chart);
    }

    private void chart(Context request) {
        AthleteId athlete = Asked.athlete(request);
        String id = request.pathParam("chart");
        Chart chart = Chart.find(questions.trend(athlete, Asked.days(request), Sayings.english()), id)
                .orElseThrow(() -> Problem.notFound("There is no such chart.", "The athlete's page has them all."));
        answer(request, athlete + "-" + chart.id(), chart.csv(Sayings.english()));
    }

    /** As a file of that name; both parts of it are of letters, digits and hyphens. */
    static void answer(Context request, String name, String csv) {
        request.contentType("text/csv; charset=utf-8; header=present");
        request.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        request.result(csv);
    }
}
