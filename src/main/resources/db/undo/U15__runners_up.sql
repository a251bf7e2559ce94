DROP TABLE runner_up;
