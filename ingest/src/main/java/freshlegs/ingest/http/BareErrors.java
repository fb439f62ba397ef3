package freshlegs.ingest.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** What is answered to requests that are none, before anybody of ours hears of them: the same safety, and nothing of what was sent. */
final class BareErrors extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.write(true, told(code, response.getHeaders()), callback);
    }

    private static ByteBuffer told(int code, HttpFields.Mutable headers) {
        SafetyHeaders.ALWAYS.forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, "text/plain;charset=utf-8");
        return ByteBuffer.wrap(
                (code + ": this is no request that is understood here\n").getBytes(StandardCharsets.UTF_8));
    }
}
