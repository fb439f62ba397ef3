package freshlegs.coach.web;

import freshlegs.coach.access.Channels;
import freshlegs.coach.access.Channels.Channel;
import freshlegs.coach.access.PushKeys;
import freshlegs.coach.access.Refusal;
import freshlegs.coach.access.TestLimit;
import freshlegs.coach.page.ChannelsPage;
import freshlegs.coach.tell.ChannelSender;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Where somebody wants to be told of alerts: added by its address, tested by a press, paused and removed. */
final class ChannelPages {
    private static final String PAGE = "/account/channels";

    private final Channels channels;
    private final ChannelSender sender;
    private final PushKeys keys;
    private final Templates templates;
    private final TestLimit limit;

    ChannelPages(Channels channels, ChannelSender sender, PushKeys keys, Templates templates, Clock clock) {
        this.channels = channels;
        this.sender = sender;
        this.keys = keys;
        this.templates = templates;
        this.limit = new TestLimit(clock);
    }

    void addTo(Gate gate) {
        gate.signedIn(HandlerType.GET, PAGE, request -> show(request, Optional.empty()));
        gate.signedIn(HandlerType.POST, PAGE, this::add);
        gate.signedIn(HandlerType.POST, PAGE + "/test", this::test);
        gate.signedIn(HandlerType.POST, PAGE + "/pause", change((account, id) -> channels.pause(account, id, true)));
        gate.signedIn(HandlerType.POST, PAGE + "/resume", change((account, id) -> channels.pause(account, id, false)));
        gate.signedIn(HandlerType.POST, PAGE + "/remove", change(channels::remove));
    }

    private void show(Context request, Optional<String> trouble) {
        String account = Gate.visitor(request).account();
        request.header("Referrer-Policy", "same-origin");
        ChannelsPage page = ChannelsPage.of(channels.of(account), key(), trouble, Preferring.voice(request));
        templates.show(request, "channels", Preferring.say(request, "messages.heading"), page, Optional.empty());
    }

    private String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.get().getApplicationServerKey());
    }

    private void add(Context request) {
        try {
            channels.add(Gate.visitor(request).account(), said(request, "address"), sender::whyNot);
            back(request);
        } catch (Refusal refusal) {
            request.status(HttpStatus.UNPROCESSABLE_CONTENT);
            show(request, Optional.of(refusal.sentence()));
        }
    }

    private void test(Context request) throws InterruptedException {
        String account = Gate.visitor(request).account();
        Optional<Channel> channel = channels.byId(said(request, "channel"))
                .filter(known -> known.account().equals(account));
        Optional<Duration> wait = channel.flatMap(known -> limit.take(account));
        if (wait.isPresent()) {
            tooSoon(request, wait.get().plusMillis(999).toSeconds());
            return;
        }
        if (channel.isPresent()) {
            sender.test(channel.get(), Preferring.voice(request).sayings());
        }
        back(request);
    }

    private void tooSoon(Context request, long seconds) {
        request.status(HttpStatus.TOO_MANY_REQUESTS);
        request.header("Retry-After", Long.toString(seconds));
        show(request, Optional.of(Preferring.say(request, "messages.test.wait", seconds)));
    }

    private io.javalin.http.Handler change(BiConsumer<String, String> change) {
        return request -> {
            change.accept(Gate.visitor(request).account(), said(request, "channel"));
            back(request);
        };
    }

    private static void back(Context request) {
        request.redirect(PAGE, HttpStatus.SEE_OTHER);
    }

    private static String said(Context request, String field) {
        return Optional.ofNullable(request.formParam(field)).orElse("");
    }
}
