package freshlegs.ingest.http;

import freshlegs.ingest.limit.Limits;
import freshlegs.model.AthleteId;
import freshlegs.model.json.Json;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that are handed over by token, and the receipts for them. */
final class Uploads implements Door {
    private static final String RECEIPTS = "/api/v1/receipts/";
    /** By which intervals.icu's own callers name the athlete whose key they show. */
    private static final String WHOEVER_SHOWS_THE_TOKEN = "0";

    private final Gate gate;
    private final UploadDesk desk;
    private final Limits limits;

    Uploads(Gate gate, UploadDesk desk, Limits limits) {
        this.gate = gate;
        this.desk = desk;
        this.limits = limits;
    }

    /** One file that was taken, and where its outcome will be told. */
    private record Taken(String id, String file, String state, String receipt) {}

    /** {@code id} and {@code icu_athlete_id} are what callers of intervals.icu look for. */
    private record Answer(String id, String icu_athlete_id, List<Taken> receipts) {}

    /** By which tools check whose token they were given. */
    private record Owner(String id, String name) {
        static Owner of(AthleteId athlete) {
            return new Owner(athlete.value(), athlete.value());
        }
    }

    private record Trouble(String error, List<Taken> receipts) {}

    @Override
    public void open(RoutesConfig routes) {
        routes.post("/api/v1/athlete/{athlete}/activities", this::form);
        routes.get("/api/v1/athlete/{athlete}", request -> answer(request, Owner.of(own(request))));
        routes.get(
                "/api/v1/athlete/{athlete}/profile",
                request -> answer(request, Map.of("athlete", Owner.of(own(request)))));
        routes.put("/api/v1/files/{name}", this::bare);
        routes.get(RECEIPTS + "{id}", this::receipt);
    }

    /** The token's athlete, when the address names nobody else. */
    private AthleteId own(Context request) {
        AthleteId athlete = gate.check(request).athlete();
        String named = request.pathParam("athlete");
        if (!named.equals(WHOEVER_SHOWS_THE_TOKEN) && !named.equals(athlete.value())) {
            throw Refusal.forbidden("this token is for another athlete: put 0 in the address, or the athlete's own id");
        }
        return athlete;
    }

    private void form(Context request) throws IOException {
        AthleteId athlete = own(request);
        desk.admit(athlete, request.req().getContentLengthLong());
        BoundedBody body = new BoundedBody(request.bodyInputStream(), limits);
        List<Taken> taken = new ArrayList<>();
        try {
            takeAll(athlete, Multipart.of(body, Optional.ofNullable(request.contentType())), body, taken);
        } catch (Refusal refusal) {
            if (taken.isEmpty()) {
                throw refusal;
            }
            Troubles.tell(request, refusal, new Trouble(refusal.sentence(), taken));
            return;
        }
        if (taken.isEmpty()) {
            throw Refusal.badRequest("there is no file in the form: send it in a field named file");
        }
        accepted(request, athlete, taken);
    }

    private void takeAll(AthleteId athlete, Multipart form, BoundedBody body, List<Taken> taken) throws IOException {
        try {
            for (Optional<Multipart.Part> part = form.next(); part.isPresent(); part = form.next()) {
                Multipart.Part each = part.get();
                if (each.fileName().isPresent() || each.name().equals("file")) {
                    String name = UploadDesk.shown(each.fileName().orElse(""));
                    taken.add(taken(desk.take(athlete, name, body, each.content()), name));
                }
            }
        } catch (IOException e) {
            throw body.refusal().orElseThrow(() -> e);
        }
    }

    private void bare(Context request) {
        AthleteId athlete = gate.check(request).athlete();
        String name = UploadDesk.shown(request.pathParam("name"));
        desk.admit(athlete, request.req().getContentLengthLong());
        String id = desk.take(athlete, name, request.bodyInputStream());
        accepted(request, athlete, List.of(taken(id, name)));
    }

    private void receipt(Context request) {
        AthleteId athlete = gate.check(request).athlete();
        Receipt receipt = desk.receipt(athlete, request.pathParam("id"))
                .orElseThrow(() -> Refusal.notFound("there is no such receipt for this token's athlete"));
        answer(request, receipt);
    }

    private static Taken taken(String id, String name) {
        return new Taken(id, name, Receipt.WAITING, RECEIPTS + id);
    }

    private static void accepted(Context request, AthleteId athlete, List<Taken> taken) {
        request.status(HttpStatus.ACCEPTED);
        request.header(Header.LOCATION, taken.get(0).receipt());
        answer(request, new Answer(taken.get(0).id(), athlete.value(), taken));
    }

    static void answer(Context request, Object content) {
        request.contentType("application/json");
        request.result(Json.write(content));
    }
}
