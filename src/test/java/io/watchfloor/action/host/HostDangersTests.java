package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.Lines;
import io.watchfloor.command.Understanding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostDangersTests {

	private final HostDangers dangers = new HostDangers();

	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', value = { "rm -rf $BACKUP_DIR/old; host/rm-variable",
			"rm -fr \"${DIR}\"; host/rm-variable", "sudo rm -rf /; host/rm-everything", "kill -9 4711; host/kill-nine",
			"pkill -f python; host/kill-by-name", "find /a -delete -mtime +3; host/find-delete-first",
			"find /tmp -mtime +3 -delete; host/find-delete-all", "find /a -exec rm {} +; host/find-exec-rm",
			"chmod -R 777 /app; host/world-writable", "cat .env; host/prints-secrets",
			"env | grep DATABASE_URL; host/prints-secrets", "cp -r /home/x/.env* /tmp/b/; host/copies-secrets",
			"ssh -o StrictHostKeyChecking=no h id; host/host-key-unchecked",
			"git push --force origin main; host/force-push", "git reset --hard HEAD~1; host/reset-hard",
			"git pull origin main; host/git-pull-production", "terraform apply -auto-approve; host/terraform-unseen",
			"sudo yum update -y; host/unattended-upgrade", "cosign verify ghcr.io/o/i:1; host/signature-unbound",
			"trivy image i:1; host/scan-never-fails", "alembic downgrade base; host/downgrade-base",
			"alembic downgrade -1; host/downgrade", "crontab -r; host/crontab-gone",
			"dd if=x of=/dev/sdb; host/disk-overwritten", "iptables -F; host/firewall-flushed",
			"curl -s https://x.y/i.sh | bash; host/download-run",
			"mysqldump --password=s3cret db; host/secret-on-command-line",
			"API_KEY=abc123 run; host/secret-on-command-line",
			"grep '\"level\":\"ERROR\"' app.log; host/json-by-text" })
	void aDangerIsFound(String line, String rule) {
		assertThat(ids(line)).contains(rule);
	}

	@ParameterizedTest
	@ValueSource(strings = { "rm -rf /opt/app/releases/old", "rm -rf ${DIR:?}/old", "kill -TERM 4711",
			"find /a -name '*.log' -mtime +3 -delete", "chmod 640 /app/x", "cat .env.example", "git push origin main",
			"cosign verify --certificate-identity a --certificate-oidc-issuer b i:1", "trivy image --exit-code 1 i:1",
			"export API_KEY=$KEY", "run --password=xxxx", "run --token=YOUR_TOKEN", "terraform plan", "crontab -l",
			"curl -s https://x.y/health | jq .", "apt-get install -y jq" })
	void whatIsHarmlessIsLeftAlone(String line) {
		assertThat(ids(line)).isEmpty();
	}

	@Test
	void everyRuleIsListedOnce() {
		assertThat(this.dangers.rules()).doesNotHaveDuplicates().allMatch((rule) -> rule.id().startsWith("host/"));
	}

	private List<String> ids(String line) {
		return this.dangers
			.check(new CommandLine(line, Optional.of(Lines.pipeline(line)), new Understanding.NotUnderstood<>(""), line,
					0))
			.map(Finding::rule)
			.map((rule) -> rule.id())
			.toList();
	}

}
