package freshlegs.ingest.http;

import static freshlegs.ingest.http.AnIntake.error;
import static org.assertj.core.api.Assertions.assertThat;

import freshlegs.ingest.limit.Limits;
import freshlegs.ingest.workout.ASession;
import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.PlannedSession;
import freshlegs.ingest.workout.WorkoutFile;
import freshlegs.ingest.workout.WorkoutZip;
import freshlegs.model.AthleteId;
import freshlegs.model.plan.Workout.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkoutsTest {
    private static final String PATH = "/api/v1/workouts";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

    private final Path data;

    WorkoutsTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void a_token_gets_its_own_athletes_workouts_and_only_when_they_changed() throws Exception {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            intake.workouts.put(AnIntake.ANNA, planned(AnIntake.ANNA, Kind.TEMPO));
            intake.workouts.put(AnIntake.BEN, planned(AnIntake.BEN, Kind.EASY));

            HttpResponse<byte[]> annas = get(intake.to(PATH, intake.anna));
            assertThat(annas.statusCode()).isEqualTo(200);
            assertThat(annas.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(names(annas)).containsExactly("Nov 25 Tempo 20 min");
            assertThat(names(get(intake.to(PATH, intake.ben)))).containsExactly("Nov 25 Easy, 40 min");

            String tag = annas.headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = get(intake.to(PATH, intake.anna).header("If-None-Match", "\"x\", " + tag));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            intake.workouts.put(AnIntake.ANNA, planned(AnIntake.ANNA, Kind.TECHNICAL));
            assertThat(get(intake.to(PATH, intake.anna).header("If-None-Match", tag))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void without_a_right_token_nothing_is_told() throws Exception {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            intake.workouts.put(AnIntake.ANNA, planned(AnIntake.ANNA, Kind.TEMPO));

            assertThat(get(HttpRequest.newBuilder(intake.at(PATH))).statusCode())
                    .isEqualTo(401);
            assertThat(get(intake.to(PATH, intake.anna + "x")).statusCode()).isEqualTo(401);
            HttpResponse<String> posted =
                    intake.send(intake.to(PATH, intake.anna).POST(BodyPublishers.ofString("x")));
            assertThat(posted.statusCode()).isEqualTo(405);
            assertThat(error(posted)).contains("does not do that");
        }
    }

    @Test
    void a_plan_that_cannot_be_read_is_said() {
        try (AnIntake intake = AnIntake.in(data, Limits.STANDARD)) {
            HttpResponse<String> answer =
                    intake.send(intake.to(PATH, intake.anna).GET());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(error(answer)).isEqualTo("not now");
        }
    }

    private static HttpResponse<byte[]> get(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.GET().build(), BodyHandlers.ofByteArray());
    }

    private static List<String> names(HttpResponse<byte[]> answer) {
        return WorkoutZip.unpack(answer.body()).orElseThrow().stream()
                .map(file -> file.label().name())
                .toList();
    }

    private static ComingWorkouts.Answer planned(AthleteId athlete, Kind kind) {
        PlannedSession session = new PlannedSession(TODAY, ASession.of(kind));
        return new ComingWorkouts.Found(
                TODAY, Set.of(), List.of(WorkoutFile.of(athlete, session).orElseThrow()));
    }
}
