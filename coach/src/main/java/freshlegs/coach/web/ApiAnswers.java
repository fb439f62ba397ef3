package freshlegs.coach.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import freshlegs.coach.api.Given;
import freshlegs.coach.page.MessagePage;
import freshlegs.model.ContentHash;
import freshlegs.model.json.Json;
import io.javalin.http.Context;

/** JSON as programs get it, with a tag by which they know it again, and as they send it, read strictly. */
final class ApiAnswers {
    private static final int NOT_MODIFIED = 304;
    private static final JsonMapper STRICT = Json.MAPPER
            .rebuild()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiAnswers() {}

    static void give(Context request, Object content) {
        byte[] json = Json.write(content);
        String tag = '"' + ContentHash.revisionOf(json) + '"';
        request.header("ETag", tag);
        if (tag.equals(request.header("If-None-Match"))) {
            request.status(NOT_MODIFIED);
            return;
        }
        request.contentType("application/json");
        request.result(json);
    }

    static void problem(Context request, int status, MessagePage page) {
        request.status(status);
        request.contentType("application/problem+json");
        request.result(Json.write(new Given.Problem(
                ProblemKind.of(status).address(),
                page.heading(),
                status,
                page.sentence(),
                request.path(),
                page.advice())));
    }

    /** What was sent; unknown and missing members are refused, since they are mostly mistyped. */
    static <T extends Record> T sent(Context request, Class<T> type) {
        try {
            return STRICT.readValue(request.body(), type);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw Problem.badRequest(
                    "This is not the JSON that is understood here" + where + ".",
                    "/api/docs says which members there are; others are refused.");
        }
    }
}
