package org.lfnkr.zabuton.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Stands before a server and passes everything on, until it is told to pause: then nothing. */
public final class PausingProxy {

    private final ServerSocket entrance;
    private final int target;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition goesOn = lock.newCondition();
    private boolean paused;

    private PausingProxy(ServerSocket entrance, int target) {
        this.entrance = entrance;
        this.target = target;
    }

    static PausingProxy to(int target) {
        try {
            ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
            PausingProxy proxy = new PausingProxy(entrance, target);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    public void pause() {
        set(true);
    }

    public void resume() {
        set(false);
    }

    private void set(boolean wanted) {
        lock.lock();
        try {
            paused = wanted;
            goesOn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket("localhost", target);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            }
        } catch (IOException closed) {
            // The end of the run.
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] part = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int size = in.read(part); size >= 0; size = in.read(part)) {
                await();
                out.write(part, 0, size);
            }
        } catch (IOException closed) {
            // Either side has gone.
        }
    }

    private void await() {
        lock.lock();
        try {
            while (paused) {
                goesOn.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }
}
