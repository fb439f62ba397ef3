package freshlegs.coach.page;

import java.util.Map;

/** What somebody did at an address, as the key of a few plain words. */
final class AccessWords {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("GET /", "access.did.board"),
            Map.entry("GET /api/v1/squad", "access.did.board"),
            Map.entry("GET /athletes/{id}", "access.did.athlete"),
            Map.entry("GET /athletes/{id}/day", "access.did.day"),
            Map.entry("POST /athletes/{id}/checkins/morning", "access.did.checkin"),
            Map.entry("POST /athletes/{id}/checkins/run", "access.did.checkin"),
            Map.entry("POST /athletes/{id}/clearance", "access.did.cleared"),
            Map.entry("GET /athletes/{id}/plan", "access.did.plan"),
            Map.entry("GET /athletes/{id}/calendar", "access.did.plan"),
            Map.entry("GET /athletes/{id}/sharing", "access.did.sharing"),
            Map.entry("GET /athletes/{id}/sharing.csv", "access.did.sharing"),
            Map.entry("GET /episodes/{id}", "access.did.alert"),
            Map.entry("GET /api/v1/alerts", "access.did.alert"),
            Map.entry("GET /api/v1/alerts/{id}", "access.did.alert"),
            Map.entry("GET /api/v1/athletes/{id}/alerts", "access.did.alert"),
            Map.entry("GET /api/v1/athletes/{id}", "access.did.athlete"),
            Map.entry("GET /api/v1/athletes/{id}/plan", "access.did.plan"),
            Map.entry("GET /athletes/{id}/notes", "access.did.notes"),
            Map.entry("GET /api/v1/athletes/{id}/notes", "access.did.notes"),
            Map.entry("POST /athletes/{id}/notes", "access.did.noted"),
            Map.entry("POST /episodes/{id}/notes", "access.did.noted"),
            Map.entry("POST /api/v1/athletes/{id}/notes", "access.did.noted"),
            Map.entry("DELETE /api/v1/athletes/{id}/notes/{note}", "access.did.noted"),
            Map.entry("POST /api/v1/alerts/{id}/verdict", "access.did.answered"),
            Map.entry("POST /api/v1/alerts/{id}/silence", "access.did.answered"),
            Map.entry("GET /review", "access.did.board"),
            Map.entry("GET /act/{token}", "access.did.alert"),
            Map.entry("POST /act/{token}", "access.did.answered"),
            Map.entry("POST /athletes/{id}/groups", "access.did.grouped"),
            Map.entry("POST /athletes/{id}/calendar/move", "access.did.moved"),
            Map.entry("POST /athletes/{id}/calendar/usual", "access.did.moved"),
            Map.entry("POST /api/v1/athletes/{id}/plan/move", "access.did.moved"),
            Map.entry("POST /api/v1/athletes/{id}/plan/usual-order", "access.did.moved"),
            Map.entry("POST /episodes/{id}/decision", "access.did.planned"),
            Map.entry("POST /api/v1/athletes/{id}/plan", "access.did.planned"),
            Map.entry("POST /api/v1/athletes/{id}/plan/decision", "access.did.planned"),
            Map.entry("GET /api/v1/athletes/{id}/trend", "access.did.trend"),
            Map.entry("POST /episodes/{id}/verdict", "access.did.answered"),
            Map.entry("POST /episodes/{id}/silence", "access.did.answered"),
            Map.entry("POST /athletes/{id}/plan", "access.did.planned"),
            Map.entry("POST /athletes/{id}/plan/decision", "access.did.planned"),
            Map.entry("GET /athletes/{id}/watch", "access.did.watch"),
            Map.entry("POST /athletes/{id}/watch/folder", "access.did.connected"),
            Map.entry("POST /athletes/{id}/watch/keys", "access.did.connected"),
            Map.entry("POST /athletes/{id}/watch/keys/end", "access.did.connected"),
            Map.entry("GET /athletes/{id}/data", "access.did.data"),
            Map.entry("GET /athletes/{id}/consent", "access.did.data"),
            Map.entry("POST /athletes/{id}/consent", "access.did.consented"),
            Map.entry("GET /athletes/{id}/data.zip", "access.did.downloaded"),
            Map.entry("POST /athletes/{id}/data/erase", "access.did.left"),
            Map.entry("POST /athletes/{id}/data/close", "access.did.left"),
            Map.entry("PUT /athletes/{id}/files/{name}", "access.did.file"));

    private AccessWords() {}

    static String of(String method, String route) {
        return KNOWN.getOrDefault(
                method + " " + route, method.equals("GET") ? "access.did.looked" : "access.did.wrote");
    }
}
