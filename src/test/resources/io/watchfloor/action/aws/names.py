"""Prints what the aws command's own tables say: service, operation, API name, then per flag name:member:required:class."""
import os
import sys

os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
from awscli.clidriver import create_clidriver  # noqa: E402

table = create_clidriver()._get_command_table()
for service in sys.argv[1:]:
    for name, command in sorted(table[service]._get_command_table().items()):
        if not hasattr(command, "_operation_model"):
            continue
        flags = ["%s:%s:%s:%s" % (flag, getattr(argument, "_serialized_name", ""), bool(argument.required),
                                  type(argument).__name__) for flag, argument in command.arg_table.items()]
        print("\t".join([service, name, command._operation_model.name] + flags))
