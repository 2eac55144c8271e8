package org.rackdrill.live.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Logging in with one key of an agent: the host is asked whether it wants the key before the agent signs. */
final class AgentLogin extends AbstractAuthMethod {
    private static final int RSA_SHA2_512 = 4;

    private final Agent agent;
    private final KeyBlob key;

    AgentLogin(Agent agent, KeyBlob key) {
        super("publickey");
        this.agent = agent;
        this.key = key;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        return request(false);
    }

    @Override
    public void handle(Message message, SSHPacket packet) throws UserAuthException, TransportException {
        if (message != Message.USERAUTH_60) {
            super.handle(message, packet);
            return;
        }
        SSHPacket request = request(true);
        byte[] signed = new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData();
        try {
            request.putString(agent.sign(key, signed, isRsa() ? RSA_SHA2_512 : 0));
        } catch (IOException e) {
            throw new UserAuthException("the agent does not sign: " + e.getMessage());
        }
        params.getTransport().write(request);
    }

    private SSHPacket request(boolean signed) throws UserAuthException {
        return super.buildReq().putBoolean(signed).putString(algorithm()).putString(key.bytes());
    }

    /** Returns the name of the signature, which for RSA is not that of the key. */
    private String algorithm() {
        return isRsa() ? key.type().replace("ssh-rsa", "rsa-sha2-512") : key.type();
    }

    private boolean isRsa() {
        return key.type().startsWith("ssh-rsa");
    }
}
