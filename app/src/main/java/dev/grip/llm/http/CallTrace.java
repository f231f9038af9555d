package dev.grip.llm.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Response;

/** How far one HTTP call came; this tells a server that is away from one that closed an idle connection. */
final class CallTrace extends EventListener {

    private volatile boolean connected;
    private volatile boolean fresh;
    private volatile boolean answered;

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        fresh = true;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        connected = true;
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        answered = true;
    }

    boolean connected() {
        return connected;
    }

    /** Whether a connection from the pool died before a byte of the answer came. */
    boolean stale() {
        return connected && !fresh && !answered;
    }
}
