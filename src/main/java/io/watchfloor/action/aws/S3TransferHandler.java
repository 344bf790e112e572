package io.watchfloor.action.aws;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/** Nothing is overwritten on either side; what arrived is compared by its digest. */
@Component
class S3TransferHandler implements ChangeHandler<S3Transfer> {

	private static final Duration WITHIN = Duration.ofHours(1);

	private static final AwsRequestOverrideConfiguration LONG = AwsRequestOverrideConfiguration.builder()
		.apiCallTimeout(WITHIN)
		.apiCallAttemptTimeout(WITHIN)
		.build();

	private final AwsSessions sessions;

	private final Clock clock;

	S3TransferHandler(AwsSessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public ActionType<S3Transfer> type() {
		return new ActionType<>("aws.s3-transfer", S3Transfer.class, AwsTargets.KIND);
	}

	@Override
	public Plan plan(S3Transfer action, Target target) {
		TransferFile file = TransferFile.of(action.file(), target);
		try (AwsSession session = this.sessions.reading(target)) {
			Optional<S3Object> object = S3Object.find(action.place(), action.region(), session);
			PlanDraft draft = new PlanDraft().effect("Region " + session.region(action.region()))
				.doneWhen("both sides have the same size and digest", Duration.ofMinutes(2));
			TransferNotes notes = new TransferNotes(action, file, session);
			return ((action.way() == S3Transfer.Way.UPLOAD) ? notes.upload(object, draft)
					: notes.download(object, draft))
				.plan(this.clock.instant());
		}
	}

	@Override
	public Outcome execute(S3Transfer action, Plan plan, Target target, RunContext context) {
		try (AwsSession session = this.sessions.changing(target)) {
			TransferFile file = TransferFile.of(action.file(), target);
			return (action.way() == S3Transfer.Way.UPLOAD) ? upload(action, plan, file, session, context)
					: download(action, plan, file, session, context);
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was sent.");
		}
	}

	private static Outcome upload(S3Transfer action, Plan plan, TransferFile file, AwsSession session,
			RunContext context) {
		TransferFile.Content content = file.content();
		if (!content.sha256().equals(plan.markers().get(TransferNotes.DIGEST))
				|| S3Object.find(action.place(), action.region(), session).isPresent()) {
			return new Outcome.Refused("The file or the place in the bucket changed since the plan. Nothing was sent.");
		}
		context.making(plan.calls().getFirst());
		try {
			session.with(S3Client.class, "s3api", "s3 put-object", action.region(),
					(s3) -> s3.putObject((put) -> put.bucket(action.place().bucket())
						.key(action.place().key())
						.metadata(Map.of(S3Object.DIGEST, content.sha256()))
						.ifNoneMatch("*")
						.overrideConfiguration(LONG), RequestBody.fromFile(file.path())));
			return new Outcome.Succeeded("Sent " + content.size() + " bytes, SHA-256 " + content.sha256() + ".",
					Map.of(S3Object.DIGEST, content.sha256()));
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.TARGET_SAID_NO)
					? new Outcome.Failed(problem.getMessage() + " Nothing was stored.")
					: new Outcome.Unknown(problem.getMessage() + " The object may be there.");
		}
	}

	private static Outcome download(S3Transfer action, Plan plan, TransferFile file, AwsSession session,
			RunContext context) {
		context.making(plan.calls().getFirst());
		try {
			Files.deleteIfExists(file.part());
			session.with(S3Client.class, "s3api", "s3 get-object", action.region(),
					(s3) -> s3.getObject((get) -> get.bucket(action.place().bucket())
						.key(action.place().key())
						.ifMatch(plan.markers().getOrDefault(TransferNotes.TAG, ""))
						.overrideConfiguration(LONG), ResponseTransformer.toFile(file.part())));
			context.making(plan.calls().get(1));
			if (file.there()) {
				return failed(file.part(), file.path() + " came to be there meanwhile.");
			}
			Files.move(file.part(), file.path(), StandardCopyOption.ATOMIC_MOVE);
			TransferFile.Content content = file.content();
			return new Outcome.Succeeded("Received " + content.size() + " bytes, SHA-256 " + content.sha256() + ".",
					Map.of(S3Object.DIGEST, content.sha256()));
		}
		catch (Problem | IOException broken) {
			return failed(file.part(), String.valueOf(broken.getMessage()));
		}
	}

	private static Outcome failed(Path part, String why) {
		try {
			Files.deleteIfExists(part);
			return new Outcome.Failed(why + " Nothing is left on this machine, and nothing changed in the bucket.");
		}
		catch (IOException left) {
			return new Outcome.Failed(why + " A part is left as " + part + ".");
		}
	}

	@Override
	public Verification verify(S3Transfer action, Plan plan, Target target) {
		try (AwsSession session = this.sessions.reading(target)) {
			TransferFile file = TransferFile.of(action.file(), target);
			Optional<S3Object> object = S3Object.find(action.place(), action.region(), session);
			if (object.isEmpty() || !file.there()) {
				return Verification.failed(
						object.isEmpty() ? "there is no object " + action.place() : "there is no file " + file.path());
			}
			return compared(object.get(), file.content());
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	private static Verification compared(S3Object object, TransferFile.Content content) {
		String observed = object.words() + "; the file has " + content.size() + " bytes, MD5 " + content.md5();
		return object.is(content)
			.map((same) -> same ? Verification.holds(observed) : Verification.failed("they differ: " + observed))
			.orElseGet(() -> Verification.unknown(observed + "; the service tells no digest of the content"));
	}

	@Override
	public Settlement probe(S3Transfer action, Plan plan, Target target) {
		try (AwsSession session = this.sessions.reading(target)) {
			boolean up = action.way() == S3Transfer.Way.UPLOAD;
			boolean there = up ? S3Object.find(action.place(), action.region(), session).isPresent()
					: TransferFile.of(action.file(), target).there();
			if (!there) {
				return new Settlement(Settlement.Finding.DID_NOT_HAPPEN,
						up ? "there is no object" : "there is no file");
			}
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
		Verification seen = verify(action, plan, target);
		return new Settlement((seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
				: Settlement.Finding.CANNOT_TELL, seen.observed());
	}

	@Override
	public Optional<Action> undo(S3Transfer action, Plan plan) {
		return (action.way() == S3Transfer.Way.UPLOAD)
				? Optional.of(new S3Remove(action.place(), false, action.region())) : Optional.empty();
	}

}
