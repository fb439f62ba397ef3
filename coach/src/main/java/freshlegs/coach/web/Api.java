package freshlegs.coach.web;

import freshlegs.coach.access.Right;
import freshlegs.coach.access.Visitor;
import freshlegs.coach.read.Database;
import freshlegs.coach.read.DatabaseAway;
import freshlegs.coach.read.KnownEpisode;
import freshlegs.coach.read.SquadRow;
import freshlegs.coach.read.Views;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same answers for programs, as JSON. */
final class Api {
    private static final int MOST_EPISODES = 1000;
    private static final int SERVICE_UNAVAILABLE = 503;

    private final Database database;
    private final Questions questions;

    Api(Database database, Questions questions) {
        this.database = database;
        this.questions = questions;
    }

    private record Squad(List<SquadRow> athletes) {}

    private record Episodes(List<KnownEpisode> episodes) {}

    void addTo(Gate gate) {
        gate.visitor(HandlerType.GET, "/api/squad", this::squad);
        gate.athlete(HandlerType.GET, "/api/athletes/{id}/trend.json", Right.SEE, this::trend);
        gate.visitor(HandlerType.GET, "/api/episodes", this::episodes);
        gate.open(HandlerType.GET, "/healthz", this::health);
    }

    private void squad(Context request) {
        Visitor visitor = Gate.visitor(request);
        answer(
                request,
                new Squad(database.look(Views::squad).stream()
                        .filter(row -> visitor.may(Right.SEE, row.athlete()))
                        .toList()));
    }

    private void trend(Context request) {
        AthleteId athlete = Asked.athlete(request);
        answer(request, questions.trend(athlete, Asked.days(request)));
    }

    private void episodes(Context request) {
        Optional<AthleteId> athlete = Asked.optionalAthlete(request);
        List<KnownEpisode> episodes =
                database.look(views -> athlete.map(views::episodes).orElseGet(() -> views.episodes(MOST_EPISODES)));
        Visitor visitor = Gate.visitor(request);
        answer(
                request,
                new Episodes(episodes.stream()
                        .filter(known -> visitor.may(Right.SEE, known.episode().athlete()))
                        .toList()));
    }

    private void health(Context request) {
        try {
            database.look(Views::check);
            answer(request, Map.of("status", "up"));
        } catch (DatabaseAway away) {
            request.status(SERVICE_UNAVAILABLE);
            answer(request, Map.of("status", "down", "reason", String.valueOf(away.getMessage())));
        }
    }

    static void answer(Context request, Object content) {
        request.contentType("application/json");
        request.result(Json.write(content));
    }
}
