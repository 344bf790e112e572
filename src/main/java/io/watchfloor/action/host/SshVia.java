package io.watchfloor.action.host;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A host over SSH. One session for each command; the host key is the pinned one. */
@Component
class SshVia implements Via {

	private final SshSessions sessions;

	SshVia(SshSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public String name() {
		return "ssh";
	}

	@Override
	public HostAnswer run(Target target, HostCommand command) {
		return run(target, command, HostListener.NONE);
	}

	@Override
	public HostAnswer run(Target target, HostCommand command, HostListener listener) {
		SshAddress address = SshAddress.of(target);
		String program = command.words().getFirst();
		try (ClientSession session = this.sessions.open(address, target);
				ChannelExec channel = session.createExecChannel(RemoteWords.line(command.words(), command.folder()))) {
			channel.open().verify(SshSessions.SIGN_IN);
			CompletableFuture<HostOutput> output = HostOutput.drain(channel.getInvertedOut(), listener);
			CompletableFuture<HostOutput> errors = HostOutput.drain(channel.getInvertedErr(), listener);
			LocalProcesses.feed(channel.getInvertedIn(), command.input());
			LocalProcesses.await(command, listener,
					(wait) -> !channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), wait)
						.contains(ClientChannelEvent.TIMEOUT));
			return answer(address, program, channel.getExitStatus(), output.get(2, TimeUnit.SECONDS),
					errors.get(2, TimeUnit.SECONDS));
		}
		catch (IOException | ExecutionException | TimeoutException broken) {
			throw new Problem(Category.UNREACHABLE, "The connection to %s broke off while '%s' ran: %s."
				.formatted(address, program, broken.getMessage()), broken);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new Problem(Category.UNREACHABLE, "'" + program + "' on " + address + " was interrupted.",
					interrupted);
		}
	}

	private static HostAnswer answer(SshAddress address, String program, @Nullable Integer exit, HostOutput output,
			HostOutput errors) {
		if (exit == null) {
			throw new Problem(Category.UNREACHABLE,
					"The connection to " + address + " ended before '" + program + "' did; how it ended is not known.");
		}
		if (exit == 127) {
			throw new Problem(Category.NOT_FOUND, "'" + program + "' is not installed on " + address + ".");
		}
		return new HostAnswer(exit, output.text(), errors.text(), output.cut() || errors.cut());
	}

}
