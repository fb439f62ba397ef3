package freshlegs.coach.tell;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.SocketFactory;

/** Sockets for one conversation each, which has so long in all and so many bytes of answers, however slowly or fast they come. */
final class TimedSockets extends SocketFactory {
    private static final int MOST_BYTES = 256 << 10;

    private final Duration timeLimit;

    TimedSockets(Duration timeLimit) {
        this.timeLimit = timeLimit;
    }

    @Override
    public Socket createSocket() {
        return new Timed(System.nanoTime() + timeLimit.toNanos());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address, (int) timeLimit.toMillis());
        return socket;
    }

    private static final class Timed extends Socket {
        private final long end;

        Timed(long end) {
            this.end = end;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Answers(super.getInputStream());
        }

        private final class Answers extends FilterInputStream {
            private int had;

            Answers(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    throw new SocketTimeoutException("the conversation took too long");
                }
                setSoTimeout((int) left);
                int now = super.read(bytes, from, length);
                had += Math.max(now, 0);
                if (had > MOST_BYTES) {
                    throw new IOException("too much was answered");
                }
                return now;
            }
        }
    }
}
