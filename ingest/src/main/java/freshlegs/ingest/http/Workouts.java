package freshlegs.ingest.http;

import freshlegs.ingest.workout.ComingWorkouts;
import freshlegs.ingest.workout.WorkoutZip;
import freshlegs.model.ContentHash;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.Optional;

/** The coming days' workouts in one archive, for whoever shows the athlete's token. */
final class Workouts implements Door {
    private final Gate gate;
    private final ComingWorkouts plan;

    Workouts(Gate gate, ComingWorkouts plan) {
        this.gate = gate;
        this.plan = plan;
    }

    @Override
    public void open(RoutesConfig routes) {
        routes.get("/api/v1/workouts", this::give);
    }

    private void give(Context request) {
        ComingWorkouts.Answer answer = plan.of(gate.check(request).athlete());
        if (answer instanceof ComingWorkouts.Unknown unknown) {
            throw Refusal.unavailable(unknown.note());
        }
        byte[] archive = WorkoutZip.pack(((ComingWorkouts.Found) answer).files());
        String tag = '"' + ContentHash.revisionOf(archive) + '"';
        request.header(Header.ETAG, tag);
        if (isKnown(request, tag)) {
            request.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        request.contentType("application/zip");
        request.header(Header.CONTENT_DISPOSITION, "attachment; filename=\"workouts.zip\"");
        request.result(archive);
    }

    private static boolean isKnown(Context request, String tag) {
        return Optional.ofNullable(request.header(Header.IF_NONE_MATCH)).stream()
                .flatMap(tags -> Arrays.stream(tags.split(",", -1)))
                .map(String::strip)
                .anyMatch(each -> each.equals(tag) || each.equals("W/" + tag) || each.equals("*"));
    }
}
